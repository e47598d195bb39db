package cn.jixiao.serve.findings;

import cn.jixiao.check.Coverage;
import cn.jixiao.compare.AcrossReports;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.export.AuditPaper;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.review.ConflictException;
import cn.jixiao.review.Correction;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Targets;
import cn.jixiao.review.Verdicts;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.PerCommit;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.review.Reviewer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The findings: listed, decided about, and written as a working paper.
public final class FindingsPage implements Feature {

    private static final int MOST_LISTED = 2_000;
    /// What a sheet holds; `audit` writes more.
    private static final int MOST_WRITTEN = 500_000;
    private static final int STEP = 500;
    private static final int MANY_REPORTS = 20_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Site site;
    private final Relations relations;
    private final Map<String, String> titles;
    private final PerCommit<String, List<Finding>> across = new PerCommit<>();

    public FindingsPage(Site site) {
        this.site = site;
        this.relations = Relations.load(site.library().shelf());
        this.titles = relations.rules().stream()
                .collect(Collectors.toMap(Relations.RuleText::name, Relations.RuleText::title, (a, b) -> a));
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/findings", this::show);
        routes.get("/findings.xlsx", ctx -> paper(ctx, true));
        routes.get("/findings.jsonl", ctx -> paper(ctx, false));
        routes.post("/findings/entries", this::decide);
    }

    /// A finding in its report.
    record Found(Finding finding, String title) {
    }

    private void show(Context ctx) {
        var asked = AskedFindings.of(ctx);
        var view = site.read(records -> {
            var standing = site.library().corrections().standing();
            var found = found(records, standing, asked, MOST_LISTED);
            return new FindingsViewing(site.library(), site.words(ctx), records, standing, titles, asked)
                    .view(found, found.size() >= MOST_LISTED, Reviewer.of(site, ctx), facets(records, asked));
        });
        site.show(ctx, "findings", Section.FINDINGS, "nav.findings", view);
    }

    /// How many there are by severity and by rule, whatever was decided about them.
    private static Map<String, List<SearchResult.Count>> facets(Records records, AskedFindings asked) {
        var counts = new HashMap<String, List<SearchResult.Count>>();
        counts.put("rule", records.search(new SearchQuery(asked.rule("").query(), Level.FINDINGS, Order.SOURCE, 0, 0, 40)).facets()
                .getOrDefault("rule", List.of()));
        counts.put("severity", Stream.of(Finding.Severity.values()).map(each -> new SearchResult.Count(each.key(), (int) records.search(
                new SearchQuery(asked.severity(each.key()).query(), Level.FINDINGS, Order.SOURCE, 0, 0, 0)).total())).toList());
        return counts;
    }

    /// The gravest first.
    private List<Found> found(Records records, Standing standing, AskedFindings asked, int most) {
        var verdicts = Verdicts.byName(standing);
        var found = new ArrayList<Found>();
        across(records).stream().filter(asked::names).filter(each -> asked.wants(verdicts.of(each)))
                .map(each -> new Found(each, title(records, each))).limit(most).forEach(found::add);
        for (var severity : Finding.Severity.values()) {
            if (!asked.severity().isEmpty() && !asked.severity().equals(severity.key())) {
                continue;
            }
            var query = asked.severity(severity.key()).query();
            for (int from = 0; found.size() < most; from += STEP) {
                var hits = records.search(new SearchQuery(query, Level.FINDINGS, Order.SOURCE, from, STEP, 0)).hits();
                hits.stream().filter(hit -> hit.finding() != null).map(hit -> new Found(hit.finding(), title(hit)))
                        .filter(each -> asked.wants(verdicts.of(each.finding()))).limit(most - found.size()).forEach(found::add);
                if (hits.size() < STEP) {
                    break;
                }
            }
        }
        return found;
    }

    /// What only several reports together show, worked out once a commit; in very large workspaces by `audit` alone.
    private List<Finding> across(Records records) {
        return across.of(records, "", its -> its.lines().size() > MANY_REPORTS ? List.of() : AcrossReports.of(its));
    }

    private static String title(Records records, Finding finding) {
        var line = records.lines().get(finding.docId());
        return line == null || line.title() == null || line.title().isBlank() ? finding.source() : line.title();
    }

    private static String title(SearchResult.Hit hit) {
        var title = hit.report().facts().title();
        return title == null || title.isBlank() ? hit.report().name() : title;
    }

    private void paper(Context ctx, boolean workbook) {
        var asked = AskedFindings.of(ctx);
        var out = new ByteArrayOutputStream();
        site.read(records -> {
            var standing = site.library().corrections().standing();
            var lines = lines(records, standing, found(records, standing, asked, MOST_WRITTEN));
            try {
                if (workbook) {
                    AuditPaper.xlsx(lines, verdicts(records, lines), out);
                } else {
                    AuditPaper.jsonl(lines, List.of(), out);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return lines.size();
        });
        ctx.contentType(workbook ? XLSX : "application/jsonl").header("Content-Disposition",
                "attachment; filename=findings." + (workbook ? "xlsx" : "jsonl")).result(out.toByteArray());
    }

    /// What became of every rule in the reports that the paper tells of: one that did not run is not one that passed.
    private List<AuditPaper.Verdict> verdicts(Records records, List<AuditPaper.Line> lines) {
        return lines.stream().map(line -> line.finding().docId()).distinct().flatMap(id -> {
            var extraction = records.extraction(id).orElseThrow();
            return Coverage.of(relations, extraction).stream()
                    .map(each -> new AuditPaper.Verdict(id, extraction.document().source(), each));
        }).toList();
    }

    private List<AuditPaper.Line> lines(Records records, Standing standing, List<Found> found) {
        var lines = new ArrayList<AuditPaper.Line>();
        var extractions = new HashMap<String, Extraction>();
        for (var each : found) {
            var finding = each.finding();
            var extraction = extractions.computeIfAbsent(finding.docId(), id -> records.extraction(id).orElseThrow());
            lines.add(new AuditPaper.Line(finding, titles.getOrDefault(finding.rule(), finding.rule()), operands(extraction, finding),
                    Verdicts.of(standing, extraction).of(finding).orElse(null)));
        }
        return lines;
    }

    static List<Observation> operands(Extraction extraction, Finding finding) {
        return finding.observations().stream().map(id -> extraction.observations().stream().filter(each -> each.id().equals(id))
                .findFirst().orElse(null)).filter(Objects::nonNull).toList();
    }

    private void decide(Context ctx) {
        var what = field(ctx, "what");
        var who = Reviewer.told(site, ctx);
        var why = field(ctx, "why");
        if (!what.equals("undo") && why.isEmpty()) {
            throw new Refusal(400, "findings.why");
        }
        try {
            site.read(records -> site.library().corrections().enter(records, who, why, field(ctx, "saw"), correction(ctx, records, what)));
        } catch (ConflictException e) {
            throw new Refusal(409, "findings.conflict");
        }
        site.settling().now();
        var back = field(ctx, "back");
        ctx.redirect(back.startsWith("/findings") ? back : "/findings", HttpStatus.SEE_OTHER);
    }

    private Correction correction(Context ctx, Records records, String what) {
        if (what.equals("undo")) {
            var entry = field(ctx, "entry");
            if (site.library().corrections().standing().entry(entry).isEmpty()) {
                throw new Refusal(404, "error.not_found");
            }
            return new Correction.Undo(entry);
        }
        var extraction = records.extraction(field(ctx, "report")).orElseThrow(() -> new Refusal(404, "error.not_found"));
        var name = field(ctx, "finding");
        var finding = Stream.concat(extraction.findings().stream(), across(records).stream())
                .filter(each -> FindingName.of(each).equals(name)).findFirst()
                .orElseThrow(() -> new Refusal(409, "findings.conflict"));
        var target = Targets.of(extraction, finding);
        return switch (what) {
            case "accept" -> new Correction.AcceptFinding(target);
            case "dismiss" -> new Correction.DismissFinding(target);
            default -> throw new Refusal(400, "error.choice", what);
        };
    }

    private static String field(Context ctx, String name) {
        var text = Objects.requireNonNullElse(ctx.formParam(name), "").strip();
        if (text.length() > 500) {
            throw new Refusal(400, "error.long", 500);
        }
        return text;
    }
}
