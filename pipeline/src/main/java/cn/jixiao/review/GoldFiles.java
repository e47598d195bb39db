package cn.jixiao.review;

import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What persons reviewed, as gold files: one a report, the document first, then its figures in order, then the findings
/// they accepted, so that `evaluate` measures the program against it.
///
/// Figures that somebody confirmed, corrected or added are gold; those that nobody looked at are optional, which counts
/// neither way; those that were rejected are left out, so that reading them counts as wrong.
public final class GoldFiles {

    private static final int CONTEXT = 12;
    private static final ObjectWriter JSON =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build().writer();

    private GoldFiles() {
    }

    /// Writes the reviewed reports into a folder, which is made where there is none.
    ///
    /// @return how many reports there were
    public static int write(Records records, Standing standing, Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Report> reports;
        try (var all = records.documents()) {
            reports = all.filter(each -> !standing.of(each.docId()).isEmpty()).toList();
        }
        var names = new HashSet<String>();
        for (var report : reports) {
            var extraction = records.extraction(report.docId()).orElseThrow();
            Files.write(folder.resolve(name(report, names) + ".jsonl"), lines(extraction, Verdicts.of(standing, extraction)));
        }
        return reports.size();
    }

    /// Gold is paired with reports by the name of the file; of two with one name, the second carries its id.
    private static String name(Report report, HashSet<String> names) {
        var file = report.name();
        int dot = file.lastIndexOf('.');
        var stem = dot > 0 ? file.substring(0, dot) : file;
        return names.add(stem) ? stem : stem + "-" + report.docId().substring(0, 8);
    }

    static List<String> lines(Extraction extraction, Verdicts verdicts) {
        var lines = new ArrayList<String>();
        lines.add(json(document(extraction)));
        extraction.observations().forEach(each -> lines.add(json(figure(extraction, each))));
        extraction.findings().stream().filter(each -> verdicts.of(each)
                .filter(its -> its.correction() instanceof Correction.AcceptFinding).isPresent())
                .forEach(each -> lines.add(json(relation(extraction, each))));
        return lines;
    }

    private static Map<String, Object> document(Extraction extraction) {
        Facts facts = extraction.outline().facts();
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "document");
        put(line, "title", facts.title());
        line.put("doc_type", facts.type().key());
        put(line, "agency", facts.agency());
        put(line, "evaluator", facts.evaluator());
        put(line, "region_code", facts.region() == null ? null : facts.region().code());
        put(line, "region", facts.region() == null ? null : facts.region().fullName());
        put(line, "year", facts.year());
        put(line, "period", facts.period() == null ? null : facts.period().toString());
        line.put("projects", extraction.outline().projects().stream().map(each -> each.name()).toList());
        return line;
    }

    private static Map<String, Object> figure(Extraction extraction, Observation it) {
        var quantity = it.quantity();
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "observation");
        line.put("kind", quantity.kind().key());
        line.put("role", it.role().key());
        line.put("comparator", quantity.comparator().symbol());
        line.put("value", plain(quantity.value()));
        line.put("unit", quantity.unit());
        line.put("raw", it.raw());
        put(line, "indicator", it.indicator());
        line.put("label", it.label());
        put(line, "breakdown", it.breakdown());
        put(line, "project", it.project());
        put(line, "year", it.year());
        put(line, "period", it.period() == null ? null : it.period().toString());
        line.put("context", context(extraction, it));
        line.put("optional", it.revision() == null);
        return line;
    }

    private static BigDecimal plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    /// The words around, within the line.
    private static String context(Extraction extraction, Observation it) {
        var text = extraction.document().text();
        var span = it.evidence().span();
        int from = span.start();
        int to = span.end();
        while (from > 0 && span.start() - from < CONTEXT && !isBreak(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && to - span.end() < CONTEXT && !isBreak(text.charAt(to))) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean isBreak(char c) {
        return c == '\n' || c == '\t';
    }

    private static Map<String, Object> relation(Extraction extraction, Finding finding) {
        var line = new LinkedHashMap<String, Object>();
        line.put("type", "relation");
        int dot = finding.rule().indexOf('.');
        line.put("rule", dot < 0 ? finding.rule() : finding.rule().substring(0, dot));
        line.put("holds", finding.holds());
        line.put("message", finding.message());
        line.put("raws", finding.observations().stream().map(id -> extraction.observations().stream()
                .filter(each -> each.id().equals(id)).map(Observation::raw).findFirst().orElse(null))
                .filter(Objects::nonNull).toList());
        line.put("optional", false);
        return line;
    }

    private static void put(Map<String, Object> line, String key, @Nullable Object value) {
        line.put(key, value);
    }

    private static String json(Map<String, Object> line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + line, e);
        }
    }
}
