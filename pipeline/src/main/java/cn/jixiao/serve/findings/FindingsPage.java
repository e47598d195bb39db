package cn.jixiao.serve.findings;

import cn.jixiao.check.Coverage;
import cn.jixiao.compare.AcrossReports;
import cn.jixiao.export.AuditPaper;
import cn.jixiao.export.Operands;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Finding;
import cn.jixiao.review.ConflictException;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Entry;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Targets;
import cn.jixiao.review.Verdicts;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.PerCommit;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.findings.FindingList.Found;
import cn.jixiao.serve.review.Reviewer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The findings: listed, decided about, and written as a working paper.
public final class FindingsPage implements Feature {

    static final int PAGE = 30;
    /// How far the list is counted where that takes going through it.
    private static final int COUNTED = 2_000;
    /// What a sheet holds; `audit` writes more.
    private static final int MOST_WRITTEN = 500_000;
    private static final int MANY_REPORTS = 20_000;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Site site;
    private final PerCommit<String, List<Finding>> across = new PerCommit<>();

    public FindingsPage(Site site) {
        this.site = site;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/findings", this::show);
        routes.get("/findings.xlsx", ctx -> paper(ctx, true));
        routes.get("/findings.jsonl", ctx -> paper(ctx, false));
        routes.post("/findings/entries", this::decide);
    }

    private void show(Context ctx) {
        var asked = AskedFindings.of(ctx);
        var view = site.read(records -> {
            var standing = site.library().corrections().standing();
            var found = list(records, standing, asked).page((asked.page() - 1) * PAGE, PAGE, COUNTED);
            return new FindingsViewing(site.library(), site.words(ctx), new Operands(records), standing, asked)
                    .view(found, Reviewer.of(site, ctx), facets(records, asked));
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

    private FindingList list(Records records, Standing standing, AskedFindings asked) {
        return new FindingList(records, across(records), Verdicts.byName(standing), asked);
    }

    /// What only several reports together show, worked out once a commit; in very large workspaces by `audit` alone.
    private List<Finding> across(Records records) {
        return across.of(records, "", its -> its.lines().size() > MANY_REPORTS ? List.of() : AcrossReports.of(its));
    }

    private void paper(Context ctx, boolean workbook) {
        var asked = AskedFindings.of(ctx);
        var out = new ByteArrayOutputStream();
        site.read(records -> {
            var standing = site.library().corrections().standing();
            var lines = lines(records, standing, list(records, standing, asked).page(0, MOST_WRITTEN, 0).items());
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
            return Coverage.of(site.library().relations(), extraction).stream()
                    .map(each -> new AuditPaper.Verdict(id, extraction.document().source(), each));
        }).toList();
    }

    private List<AuditPaper.Line> lines(Records records, Standing standing, List<Found> found) {
        var operands = new Operands(records);
        var byName = Verdicts.byName(standing);
        return found.stream().map(Found::finding).map(each -> new AuditPaper.Line(each, site.library().relations().title(each.rule()),
                operands.of(each), verdict(byName, standing, operands, each))).toList();
    }

    /// What several reports together show is in none of them; it goes by its name.
    static @Nullable Entry verdict(Verdicts byName, Standing standing, Operands operands, Finding finding) {
        return Verdicts.of(standing, operands.extraction(finding.docId())).of(finding).or(() -> byName.of(finding)).orElse(null);
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
