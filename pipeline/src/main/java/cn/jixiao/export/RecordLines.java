package cn.jixiao.export;

import cn.jixiao.document.Problem;
import cn.jixiao.index.Passage;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Extraction;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The records of one report as JSON, one text a record: what an export would hold if the report stood alone.
public final class RecordLines {

    private RecordLines() {
    }

    public static String document(Extraction it) {
        return JsonText.of(DocumentRow.of(Report.of(it)));
    }

    public static List<String> observations(Extraction it) {
        return it.observations().stream().map(ObservationRow::of).map(JsonText::of).toList();
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

    /// What went wrong with the file: `doc_id`, `source`, `status`, `kind`, `place`, `detail`.
    public static List<String> problems(Extraction it) {
        var document = it.document();
        return document.problems().stream().map(problem -> JsonText.of(
                problem(head(document.id(), document.source()).put("status", lower(document.status())), problem))).toList();
    }

    private static Fields head(String docId, String source) {
        return new Fields().put("doc_id", docId).put("source", source);
    }

    private static Map<String, Object> problem(Fields head, Problem problem) {
        return head.put("kind", lower(problem.kind())).put("place", problem.place()).put("detail", problem.detail()).map();
    }

    private static String lower(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
