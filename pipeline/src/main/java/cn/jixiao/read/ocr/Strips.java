package cn.jixiao.read.ocr;

import java.util.ArrayList;
import java.util.List;

/// Parts a page into lines of text: room by room, cut across at white rows and down at wide white columns, again and
/// again until a piece is one line.
final class Strips {

    /// White around a line, so that Tesseract sees where it ends.
    private static final int MARGIN = 12;

    /// A gap this many times as wide as the line is high parts columns.
    private static final double COLUMN_GAP = 1.3;

    /// Less ink than this is dust, in parts of a square of the usual height of a line.
    private static final double DUST = 0.012;

    /// Rows of ink this near, together no higher than a line, are one line: 二, 三, a dot above a stroke.
    private static final double SAME_LINE = 0.4;
    private static final double HIGHEST_LINE = 1.35;

    /// Height of a usual line where the page has too few to tell, in inches: 12 points.
    private static final double USUAL = 0.16;

    private record Piece(Rooms.Room room, int left, int top, int right, int bottom) {
        int height() {
            return bottom - top;
        }
    }

    private record Range(int from, int to) {
    }

    private final Picture picture;
    private final Rooms rooms;
    private final int threshold;
    private double usual;

    Strips(Picture picture, Rooms rooms, double dpi) {
        this.picture = picture;
        this.rooms = rooms;
        this.threshold = picture.threshold();
        this.usual = USUAL * dpi;
    }

    List<Strip> all() {
        var heights = pieces(false).stream().mapToInt(Piece::height).filter(height -> height > usual / 3).sorted()
                .toArray();
        if (heights.length > 3) {
            usual = heights[heights.length / 2];
        }
        return pieces(true).stream().filter(this::isWords).map(this::cut).toList();
    }

    private List<Piece> pieces(boolean joining) {
        var pieces = new ArrayList<Piece>();
        for (var room : rooms.all()) {
            part(new Piece(room, room.left(), room.top(), room.right(), room.bottom()), joining, pieces);
        }
        return pieces;
    }

    private void part(Piece piece, boolean joining, List<Piece> found) {
        var rows = rows(piece);
        for (var row : joining ? joined(rows) : rows) {
            var band = new Piece(piece.room(), piece.left(), row.from(), piece.right(), row.to());
            var columns = columns(band);
            for (var column : columns) {
                var part = new Piece(piece.room(), column.from(), row.from(), column.to(), row.to());
                if (columns.size() == 1) {
                    found.add(part);
                } else {
                    part(part, joining, found);
                }
            }
        }
    }

    private List<Range> rows(Piece piece) {
        return ranges(piece.top(), piece.bottom(), 1, y -> {
            for (int x = piece.left(); x < piece.right(); x++) {
                if (isInk(piece.room(), x, y)) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<Range> columns(Piece band) {
        int gap = (int) Math.max(1, COLUMN_GAP * Math.max(usual * 0.8, Math.min(band.height(), 3 * usual)));
        return ranges(band.left(), band.right(), gap, x -> {
            for (int y = band.top(); y < band.bottom(); y++) {
                if (isInk(band.room(), x, y)) {
                    return true;
                }
            }
            return false;
        });
    }

    private List<Range> joined(List<Range> rows) {
        var joined = new ArrayList<Range>();
        for (var row : rows) {
            if (!joined.isEmpty() && row.from() - joined.getLast().to() < SAME_LINE * usual
                    && row.to() - joined.getLast().from() < HIGHEST_LINE * usual) {
                row = new Range(joined.removeLast().from(), row.to());
            }
            joined.add(row);
        }
        return joined;
    }

    private static List<Range> ranges(int from, int to, int gap, java.util.function.IntPredicate ink) {
        var ranges = new ArrayList<Range>();
        int start = -1;
        int last = -1;
        for (int i = from; i < to; i++) {
            if (ink.test(i)) {
                if (start >= 0 && i - last > gap) {
                    ranges.add(new Range(start, last + 1));
                    start = -1;
                }
                start = start < 0 ? i : start;
                last = i;
            }
        }
        if (start >= 0) {
            ranges.add(new Range(start, last + 1));
        }
        return ranges;
    }

    private boolean isInk(Rooms.Room room, int x, int y) {
        return picture.at(x, y) < threshold && rooms.contains(room, x, y);
    }

    private boolean isWords(Piece piece) {
        int ink = 0;
        for (int y = piece.top(); y < piece.bottom(); y++) {
            for (int x = piece.left(); x < piece.right(); x++) {
                ink += isInk(piece.room(), x, y) ? 1 : 0;
            }
        }
        return ink > DUST * usual * usual;
    }

    private Strip cut(Piece piece) {
        var words = new Picture(piece.right() - piece.left() + 2 * MARGIN, piece.height() + 2 * MARGIN);
        // Soft edges of letters are lighter than ink; a pixel more on each side keeps them.
        for (int y = Math.max(0, piece.top() - 1); y < Math.min(picture.height, piece.bottom() + 1); y++) {
            for (int x = Math.max(0, piece.left() - 1); x < Math.min(picture.width, piece.right() + 1); x++) {
                if (rooms.contains(piece.room(), x, y)) {
                    words.set(x - piece.left() + MARGIN, y - piece.top() + MARGIN, picture.at(x, y));
                }
            }
        }
        return new Strip(piece.left(), piece.top(), words, MARGIN);
    }
}
