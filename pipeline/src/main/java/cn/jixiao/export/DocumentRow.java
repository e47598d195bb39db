package cn.jixiao.export;

import cn.jixiao.document.Problem;
import cn.jixiao.index.Link;
import cn.jixiao.index.Report;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A report as the contract's document record.
public final class DocumentRow {

    static final List<String> KEYS = Fields.keys("""
            doc_id source title doc_type agency evaluator region_code region year period projects media_type pages chars
            status warnings sources observations alarms rules same_as edition_of counted_because
            """);

    private DocumentRow() {
    }

    public static Map<String, Object> of(Report report) {
        var facts = report.facts();
        return new Fields().put("doc_id", report.docId()).put("source", report.source()).put("title", facts.title())
                .put("doc_type", facts.type().key()).put("agency", facts.agency()).put("evaluator", facts.evaluator())
                .put("region_code", facts.region() == null ? null : facts.region().code())
                .put("region", facts.region() == null ? null : facts.region().fullName())
                .put("year", facts.year()).put("period", facts.period() == null ? null : facts.period().toString())
                .put("projects", report.projects()).put("media_type", report.mediaType())
                .put("pages", report.pages() == 0 ? null : report.pages()).put("chars", report.chars())
                .put("status", report.status().name().toLowerCase(Locale.ROOT))
                .put("warnings", report.problems().stream().map(DocumentRow::warning).toList())
                .put("sources", report.sources()).put("observations", report.observations())
                .put("alarms", report.alarms()).put("rules", facts.rules())
                .put("same_as", linked(report, Link.Relation.SAME))
                .put("edition_of", linked(report, Link.Relation.EARLIER_EDITION))
                .put("counted_because", report.link() == null ? null
                        : report.link().why().name().toLowerCase(Locale.ROOT)).map();
    }

    /// The id of the report that counts in its stead.
    private static @Nullable String linked(Report report, Link.Relation relation) {
        var link = report.link();
        return link != null && link.relation() == relation ? link.docId() : null;
    }

    /// `page_scanned 第3页: ...`; the words for people stand in the message bundles.
    private static String warning(Problem problem) {
        var text = new StringBuilder(problem.kind().name().toLowerCase(Locale.ROOT));
        if (!problem.place().isEmpty()) {
            text.append(' ').append(problem.place());
        }
        if (!problem.detail().isEmpty()) {
            text.append(": ").append(problem.detail());
        }
        return text.toString();
    }
}
