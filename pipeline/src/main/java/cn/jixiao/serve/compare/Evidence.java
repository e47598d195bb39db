package cn.jixiao.serve.compare;

import cn.jixiao.compare.Comparison;
import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Table;
import cn.jixiao.export.Figures;
import cn.jixiao.export.Labels;
import cn.jixiao.observation.Observation;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.compare.EvidenceView.Part;
import cn.jixiao.serve.compare.EvidenceView.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// The evidence of one cell.
record Evidence(Asked asked, Comparison comparison, Words words, Labels labels) {

    private static final int MOST = 30;
    private static final int LONGEST = 400;

    /// @throws Refusal if there is no such cell
    EvidenceView of(int number, String key, int year) {
        int column = comparison.years().indexOf(year);
        if (number >= comparison.tables().size() || column < 0) {
            throw new Refusal(404, "error.cell");
        }
        var table = comparison.tables().get(number);
        var row = table.rows().stream().filter(each -> each.code().isEmpty() ? each.fullName().equals(key)
                : each.code().equals(key)).findFirst().orElseThrow(() -> new Refusal(404, "error.cell"));
        return of(table, row, row.cells().get(column));
    }

    private EvidenceView of(Table table, Row row, Cell cell) {
        var value = cell.value() == null ? "–" : Figures.of(cell, table.unit())
                + (cell.unit().equals(table.unit()) ? Figures.unit(table.unit()) : "");
        var kind = switch (cell.status()) {
            case OK, SUMMED -> "good";
            case MISSING -> "";
            case INCOMPLETE, SEVERAL, CONFLICT, PARTIAL_YEAR, OTHER_UNIT, NOT_ADDITIVE, UNDEFINED -> "warn";
        };
        return new EvidenceView(row.fullName() + " · " + words.text("year", cell.year()) + " · " + table.name(), value,
                labels.of("status." + cell.status()), kind,
                cell.notes().stream().map(note -> labels.of("note." + note)).toList(),
                cell.rules().stream().map(labels::rule).toList(),
                cell.evidence().stream().limit(MOST).map(this::source).toList(),
                cell.others().stream().limit(MOST).map(this::source).toList(),
                Math.max(0, cell.evidence().size() - MOST) + Math.max(0, cell.others().size() - MOST), asked.address());
    }

    private Source source(Observation it) {
        var name = it.source().substring(it.source().lastIndexOf('/') + 1);
        var page = it.evidence().page();
        var label = Stream.of(it.label(), it.breakdown(), it.project(), it.agency()).filter(Objects::nonNull)
                .filter(each -> !each.isBlank()).distinct().toList();
        return new Source(Figures.of(it), shorter(String.join(" · ", label), 160), it.docId(), name,
                page == null ? "" : words.text("page", page), parts(it), Links.observation(it.docId(), it.id()));
    }

    private static List<Part> parts(Observation it) {
        var sentence = it.evidence().sentence();
        int at = sentence.indexOf(it.raw());
        if (at < 0) {
            return List.of(new Part(shorter(sentence, LONGEST), false));
        }
        int from = Math.max(0, at - LONGEST / 2);
        int end = at + it.raw().length();
        int to = Math.min(sentence.length(), end + LONGEST / 2);
        var parts = new ArrayList<Part>();
        parts.add(new Part((from > 0 ? "…" : "") + sentence.substring(from, at), false));
        parts.add(new Part(it.raw(), true));
        parts.add(new Part(sentence.substring(end, to) + (to < sentence.length() ? "…" : ""), false));
        return parts;
    }

    private static String shorter(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
