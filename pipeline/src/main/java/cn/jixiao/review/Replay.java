package cn.jixiao.review;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Revision;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Lays entries over what the program read of one report, in the order in which they were made.
///
/// A confirmation holds the whole reading that was seen; a correction only what it changed, so that the rest can still
/// get better with the program. Either makes the figure anew where the program does not read it any more.
final class Replay {

    /// What came out.
    ///
    /// @param changed whether anything was laid over it
    /// @param lost entries whose place was not found
    /// @param places where the targets' words stand now, by the targets' keys
    record Result(List<Observation> observations, boolean changed, List<Entry> lost, Map<String, Place> places) {
    }

    /// A figure of the report: where it begins, and which of those that begin there it is.
    record Place(int start, int part) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return start != other.start ? Integer.compare(start, other.start) : Integer.compare(part, other.part);
        }
    }

    /// A figure on its way: what the program read, and what persons made of it so far.
    private static final class Figure {
        private final Span span;
        private final @Nullable Observation read;
        private @Nullable Reading reading;
        private @Nullable Entry last;
        private boolean confirmed;
        private boolean changed;
        private boolean rejected;

        Figure(Span span, @Nullable Observation read) {
            this.span = span;
            this.read = read;
            this.reading = read == null ? null : Reading.of(read);
        }
    }

    private final Extraction read;
    private final TreeMap<Place, Figure> figures = new TreeMap<>();
    private final List<Entry> lost = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    private Replay(Extraction read) {
        this.read = read;
        var parts = new HashMap<Integer, Integer>();
        for (var each : read.observations()) {
            int start = each.evidence().span().start();
            int part = parts.merge(start, 1, Integer::sum) - 1;
            figures.put(new Place(start, part), new Figure(each.evidence().span(), each));
        }
    }

    /// @param entries those about the report that count
    static Result of(Extraction read, List<Entry> entries) {
        var numbers = entries.stream().filter(each -> each.correction() instanceof Correction.OfNumber).toList();
        if (numbers.isEmpty()) {
            return new Result(read.observations(), false, List.of(), Map.of());
        }
        var replay = new Replay(read);
        var locator = new Locator(read.document().text());
        numbers.forEach(entry -> replay.lay(entry, (Correction.OfNumber) entry.correction(), locator));
        return replay.result();
    }

    private void lay(Entry entry, Correction.OfNumber correction, Locator locator) {
        var target = correction.target();
        var found = locator.find(target.anchor());
        if (found.isEmpty()) {
            lost.add(entry);
            return;
        }
        var place = place(found.get(), target.part());
        places.put(target.key(), place);
        var figure = figures.computeIfAbsent(place, none -> new Figure(found.get(), null));
        figure.last = entry;
        switch (correction) {
            case Correction.Confirm confirm -> {
                figure.reading = confirm.seen();
                figure.confirmed = true;
                figure.rejected = false;
            }
            case Correction.Correct correct -> {
                var mine = figure.reading == null ? correct.seen() : figure.reading;
                figure.reading = mine.changed(correct.seen(), correct.becomes());
                figure.changed = true;
                figure.rejected = false;
            }
            case Correction.Add add -> {
                figure.reading = add.becomes();
                figure.changed = true;
                figure.rejected = false;
            }
            case Correction.Reject ignored -> figure.rejected = true;
        }
    }

    /// The figure that begins there; else the only one that the words overlap, where the program now reads more or fewer
    /// words with the number; else a place of its own.
    private Place place(Span span, int part) {
        var exact = new Place(span.start(), part);
        if (figures.containsKey(exact)) {
            return exact;
        }
        var near = figures.entrySet().stream().filter(each -> each.getValue().read != null)
                .filter(each -> each.getValue().span.overlaps(span) && each.getKey().part() == part).toList();
        return near.size() == 1 ? near.getFirst().getKey() : exact;
    }

    private Result result() {
        var shown = new ArrayList<Observation>();
        boolean changed = false;
        for (var each : figures.entrySet()) {
            var figure = each.getValue();
            changed |= figure.last != null;
            observation(each.getKey(), figure).ifPresent(shown::add);
        }
        return new Result(List.copyOf(shown), changed, List.copyOf(lost), Map.copyOf(places));
    }

    private Optional<Observation> observation(Place place, Figure figure) {
        if (figure.rejected || figure.reading == null) {
            return Optional.empty();
        }
        if (figure.last == null) {
            return Optional.ofNullable(figure.read);
        }
        return Optional.of(new Revised(read, place, figure.span, figure.read).as(figure.reading,
                revision(figure.last, state(figure), figure.read)));
    }

    private static Revision.State state(Figure figure) {
        if (figure.read == null && figure.changed && !figure.confirmed) {
            return Revision.State.ADDED;
        }
        boolean asRead = figure.read != null && Reading.of(figure.read).equals(figure.reading);
        return figure.changed && !asRead ? Revision.State.CORRECTED : Revision.State.CONFIRMED;
    }

    private static Revision revision(Entry last, Revision.State state, @Nullable Observation asRead) {
        return new Revision(state, last.who(), last.when(), last.why(), asRead);
    }

    /// A quantity as the program read it, or null.
    static @Nullable Quantity quantity(@Nullable Observation read) {
        return read == null ? null : read.quantity();
    }
}
