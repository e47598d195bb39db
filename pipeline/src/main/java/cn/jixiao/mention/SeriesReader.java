package cn.jixiao.mention;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a number, or several joined by list or range marks (`87、16、3`, `1000-1200`, `七至八`), that share what follows.
final class SeriesReader {

    /// More members than any report has in one breath; a longer run is read in pieces.
    private static final int LONGEST = 24;

    /// Numbers in a row.
    ///
    /// @param range whether there are two, from and to
    record Series(List<Numeral> numbers, boolean range) {
        int start() {
            return numbers.getFirst().start();
        }

        int end() {
            return numbers.getLast().end();
        }

        Numeral last() {
            return numbers.getLast();
        }
    }

    private final char[] view;
    private final NumeralReader reader;
    private @Nullable Series latest;
    private int latestAt = -1;
    private int latestLimit = -1;

    SeriesReader(char[] view) {
        this.view = view;
        this.reader = new NumeralReader(view);
    }

    NumeralReader reader() {
        return reader;
    }

    /// @return null where no number starts
    @Nullable Series read(int from, int limit) {
        if (from != latestAt || limit != latestLimit) {
            latest = readAfresh(from, limit);
            latestAt = from;
            latestLimit = limit;
        }
        return latest;
    }

    private @Nullable Series readAfresh(int from, int limit) {
        var first = reader.read(from, limit);
        if (first == null) {
            return null;
        }
        int behind = mark(first.end(), limit);
        if (behind < 0) {
            return new Series(List.of(first), false);
        }
        return longer(first, behind, isRange(first.end(), limit), limit);
    }

    private Series longer(Numeral first, int behind, boolean range, int limit) {
        var numbers = new ArrayList<Numeral>();
        numbers.add(first);
        boolean ranges = range;
        int at = behind;
        while (at >= 0 && numbers.size() < LONGEST) {
            var next = reader.read(at, limit);
            if (next == null) {
                break;
            }
            numbers.add(next);
            at = range ? -1 : mark(next.end(), limit);
            if (at >= 0 && isRange(next.end(), limit)) {
                break;
            }
        }
        return new Series(List.copyOf(numbers), ranges && numbers.size() == 2);
    }

    /// Behind a mark that joins numbers, if a number follows, else -1.
    private int mark(int at, int limit) {
        int q = reader.gap(at, limit);
        if (q >= limit) {
            return -1;
        }
        int behind = switch (view[q]) {
            case '、', '和', '与', '及', '至', '~', '到' -> q + 1;
            case '-' -> q + 1 < limit && view[q + 1] == '-' ? q + 2 : q + 1;
            default -> -1;
        };
        if (behind < 0) {
            return -1;
        }
        // 31.85 — 98%: a dash with room on both sides stands for an empty cell of a form that lost its lines.
        boolean blank = view[q] == '-' && q > at && behind < limit && view[behind] == ' ' && view[behind - 1] == '-';
        int next = blank ? limit : reader.gap(behind, limit);
        byte kind = next < limit ? Glyphs.kind(view[next]) : Glyphs.OTHER;
        return kind == Glyphs.ARABIC || kind == Glyphs.DIGIT || kind == Glyphs.SCALE ? next : -1;
    }

    private boolean isRange(int at, int limit) {
        int q = reader.gap(at, limit);
        return q < limit && (view[q] == '-' || view[q] == '~' || view[q] == '至' || view[q] == '到');
    }
}
