package cn.jixiao.export;

import cn.jixiao.index.Passage;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Extraction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The records of one report as JSON, one text a record: what an export would hold if the report stood alone.
public final class RecordLines {

    /// The kind of problem that a number is which no column of a table can hold.
    public static final String TOO_LONG = "number_too_long";

    private RecordLines() {
    }

    public static String document(Extraction it) {
        return JsonText.of(DocumentRow.of(Report.of(it)));
    }

    /// For tables: numbers that no column can hold are null, and [#problems] names them.
    public static List<String> observations(Extraction it) {
        return it.observations().stream().map(each -> TableNumbers.fitted(ObservationRow.of(each), tooLong -> { }))
                .map(JsonText::of).toList();
    }

    public static List<String> findings(Extraction it) {
        return it.findings().stream().map(FindingRow::of).map(JsonText::of).toList();
    }

    /// The stretches that a hit can show: `doc_id`, `source`, `start`, `end`, `text`.
    public static List<String> passages(Extraction it) {
        var document = it.document();
        return Passage.of(it).stream().map(passage -> JsonText.of(head(document.id(), document.source())
                .put("start", passage.span().start()).put("end", passage.span().end()).put("text", passage.text()).map())).toList();
    }

    /// What went wrong with the file: `doc_id`, `source`, `status`, `kind`, `place`, `detail`. A number that a table's
    /// column cannot hold is a problem of the kind [#TOO_LONG] with the observation's id as its place.
    public static List<String> problems(Extraction it) {
        var document = it.document();
        var lines = new ArrayList<String>();
        for (var problem : document.problems()) {
            lines.add(problem(it, lower(problem.kind()), problem.place(), problem.detail()));
        }
        for (var each : it.observations()) {
            TableNumbers.fitted(ObservationRow.of(each), tooLong -> lines.add(problem(it, TOO_LONG, tooLong.id(), tooLong.told())));
        }
        return lines;
    }

    private static Fields head(String docId, String source) {
        return new Fields().put("doc_id", docId).put("source", source);
    }

    private static String problem(Extraction it, String kind, String place, String detail) {
        var document = it.document();
        return JsonText.of(head(document.id(), document.source()).put("status", lower(document.status())).put("kind", kind)
                .put("place", place).put("detail", detail).map());
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
