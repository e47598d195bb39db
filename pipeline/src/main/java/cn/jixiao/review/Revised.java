package cn.jixiao.review;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Revision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes the record of a figure that a person revised or added.
///
/// @param as the program read it, or null
record Revised(Extraction extraction, Replay.Place place, Span span, @Nullable Observation read) {

    /// Characters of a line that are shown to either side where no sentence is known.
    private static final int MOST = 400;

    /// A person was sure.
    private static final double SURE = 1;

    Observation as(Reading reading, Revision revision) {
        var document = extraction.document();
        var rules = new ArrayList<>(read == null ? List.<String>of() : read.rules());
        rules.add("review:" + revision.state().key());
        return new Observation(read != null ? read.id() : id(), document.id(), document.source(), reading.region(),
                read != null ? read.agency() : extraction.outline().facts().agency(), reading.year(), reading.period(),
                reading.project(), reading.indicator(), reading.label(), reading.breakdown(), reading.role(),
                reading.quantity(Replay.quantity(read)), read != null ? read.raw() : span.of(document.text()),
                read != null ? read.evidence() : evidence(), SURE, List.copyOf(rules), revision);
    }

    /// As the program names figures: the report, the place, and which of those that begin there.
    private String id() {
        var docId = extraction.document().id();
        return docId.substring(0, Math.min(12, docId.length())) + ":" + place.start() + "b".repeat(place.part());
    }

    private Evidence evidence() {
        var page = extraction.document().layout().page(span);
        var grid = extraction.outline().grid(span.start());
        var cell = grid.flatMap(its -> its.at(span.start())).map(Grid.Place::cell);
        var table = grid.isPresent() && cell.isPresent() ? new Evidence.Place(grid.get().number(), cell.get().row(),
                cell.get().column(), cell.get().address()) : null;
        var around = cell.isPresent() && grid.isPresent() ? row(grid.get(), cell.get())
                : extraction.outline().sentence(span.start()).filter(its -> its.contains(span)).orElseGet(this::line);
        return new Evidence(page.isPresent() ? Integer.valueOf(page.getAsInt()) : null, span,
                around.of(extraction.document().text()), table);
    }

    private static Span row(Grid grid, Cell cell) {
        var row = grid.table().cells().stream().filter(each -> each.row() == cell.row()).map(Cell::span).toList();
        return new Span(row.getFirst().start(), row.getLast().end());
    }

    private Span line() {
        var text = extraction.document().text();
        int from = span.start();
        int to = span.end();
        while (from > 0 && text.charAt(from - 1) != '\n' && span.start() - from < MOST) {
            from--;
        }
        while (to < text.length() && text.charAt(to) != '\n' && to - span.end() < MOST) {
            to++;
        }
        return new Span(from, to);
    }
}
