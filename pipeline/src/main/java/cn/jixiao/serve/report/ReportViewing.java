package cn.jixiao.serve.report;

import cn.jixiao.document.Document;
import cn.jixiao.document.Page;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Span;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Exclusion;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Entry;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Verdicts;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.report.ReportView.Box;
import cn.jixiao.serve.report.ReportView.Link;
import cn.jixiao.serve.report.ReportView.Picture;
import cn.jixiao.serve.report.ReportView.Steps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes the view of one report.
///
/// @param standing what persons said
record ReportViewing(Library library, Words words, Standing standing, Report report, Extraction extraction, boolean original, boolean pdf) {

    private static final int MOST_FINDINGS = 60;
    private static final int MOST_FIGURES = 400;
    private static final int MOST_SECTIONS = 300;
    /// Room around the printed digits, in points.
    private static final double ROOM = 1;

    ReportView view(Asked asked) {
        var document = extraction.document();
        boolean pictured = pdf && original && !document.pages().isEmpty();
        boolean asPicture = pictured && !asked.text();
        var chosen = extraction.observations().stream().filter(each -> each.id().equals(asked.figure())).findFirst().orElse(null);
        int at = chosen != null ? chosen.evidence().span().start() : rejected().stream()
                .filter(each -> ((Correction.Reject) each.correction()).target().isOf(asked.figure()))
                .map(each -> place(each).start()).findFirst().orElse(asked.from());
        return asPicture ? pictured(asked, chosen, at) : written(asked, chosen, at, pictured);
    }

    private ReportView pictured(Asked asked, @Nullable Observation chosen, int at) {
        var pages = extraction.document().pages();
        int page = asked.page() > 0 ? Math.min(asked.page(), pages.size()) : at >= 0 ? pageOf(at) : 1;
        Predicate<Span> here = span -> extraction.document().layout().places(span).stream().anyMatch(each -> each.page() == page);
        var sheet = pages.get(page - 1);
        var picture = new Picture(Links.report(report.docId()) + "/pages/" + page + ".png", page, coordinate(sheet.width()),
                coordinate(sheet.height()), boxes(page, asked));
        var steps = steps(page, pages.size(), "");
        var notes = new ArrayList<String>();
        if (sheet.origin() == Page.Origin.OCR) {
            notes.add(words.text("report.ocr"));
        }
        return made(chosen, picture, null, steps, new Link(words.text("report.as.text"), at(Links.report(report.docId()), asked, "text")),
                here, notes);
    }

    private ReportView written(Asked asked, @Nullable Observation chosen, int at, boolean pictured) {
        var document = extraction.document();
        var parts = new TextParts(document);
        int part = asked.page() > 0 ? Math.min(asked.page(), parts.count()) - 1 : at >= 0 ? parts.holding(at) : 0;
        var span = parts.span(part);
        var marks = new Marks(document.text(), marks(asked));
        var pieces = parts.pieces(part, marks, at, asked.column(), (its, column) -> Links.to(Links.report(report.docId()))
                        .with("view", pictured ? "text" : "").with("page", its + 1).with("column", column).toString(),
                (from, to) -> words.text("report.columns", from, to));
        var notes = new ArrayList<String>();
        if (pdf && !original) {
            notes.add(words.text("report.original.gone"));
        }
        return made(chosen, null, new ReportView.Text(pieces), steps(part + 1, parts.count(), pictured ? "text" : ""),
                new Link(pictured ? words.text("report.as.pages") : "", pictured ? at(Links.report(report.docId()), asked, "") : ""),
                each -> each.overlaps(span), notes);
    }

    private String at(String path, Asked asked, String view) {
        return Links.to(path).with("view", view).with("observation", asked.figure())
                .with("at", asked.from() < 0 ? "" : asked.from() + "-" + asked.to()).toString();
    }

    private int pageOf(int offset) {
        return extraction.document().layout().page(new Span(offset, offset + 1)).orElse(1);
    }

    private ReportView made(@Nullable Observation chosen, @Nullable Picture picture, ReportView.@Nullable Text text, Steps steps,
            Link other, Predicate<Span> here, List<String> notes) {
        var document = extraction.document();
        var maker = new FigureView.Maker(library, words, standing, document);
        var figures = extraction.observations().stream().filter(each -> here.test(each.evidence().span())).toList();
        if (figures.size() > MOST_FIGURES) {
            notes.add(words.text("report.figures.more", MOST_FIGURES, figures.size()));
        }
        return new ReportView(report.docId(), report.shownTitle(), report.source(), facts(), troubles(),
                original ? Links.report(report.docId()) + "/original" : "", List.copyOf(notes), picture, text, steps, other,
                figures.stream().limit(MOST_FIGURES).map(maker::of).toList(),
                chosen == null ? "" : String.valueOf(chosen.evidence().span().start()),
                rejected().stream().filter(each -> here.test(place(each))).map(this::rejected).toList(),
                extraction.mentions().exclusions().stream().filter(each -> here.test(each.span())).limit(MOST_FIGURES)
                        .map(this::left).toList(),
                extraction.outline().sections().stream().limit(MOST_SECTIONS).map(each -> new ReportView.Section(
                        Math.min(each.level(), 5), each.number() + each.title(), place(each.heading()))).toList(),
                extraction.outline().projects().stream().map(each -> new Link(each.name(),
                        each.spans().isEmpty() ? "" : place(each.spans().getFirst()))).toList(),
                findings(Verdicts.of(standing, extraction)), extraction.observations().size(),
                Links.to("/search").with("in", "observations").with("q", "id:" + report.docId()).toString(),
                Links.to("/findings").with("report", report.docId()).toString());
    }

    private String place(Span span) {
        return Links.place(report.docId(), span.start(), Math.min(span.end(), span.start() + 200));
    }

    /// What persons say is no figure, wherever its words still stand.
    private List<Entry> rejected() {
        return standing.rejected(report.docId()).stream().filter(each -> place(each).end() <= extraction.document().text().length()).toList();
    }

    private static Span place(Entry rejection) {
        return ((Correction.Reject) rejection.correction()).target().anchor().span();
    }

    private ReportView.Rejected rejected(Entry it) {
        var target = ((Correction.Reject) it.correction()).target();
        return new ReportView.Rejected(String.valueOf(place(it).start()), target.anchor().raw().strip(),
                FigureView.by(it.who(), it.when(), it.why(), words), place(place(it)), it.id(), standing.version(target.key()));
    }

    private ReportView.Left left(Exclusion it) {
        return new ReportView.Left(String.valueOf(it.span().start()), it.raw().strip(), rule(it.rule()), place(it.span()));
    }

    private String rule(String name) {
        return words.has("exclusion." + name) ? words.text("exclusion." + name) : name;
    }

    private List<FigureView.Fact> facts() {
        Facts facts = report.facts();
        var all = new ArrayList<FigureView.Fact>();
        add(all, "type", words.text("type." + facts.type()));
        add(all, "agency", facts.agency());
        add(all, "evaluator", facts.evaluator());
        add(all, "region", facts.region() == null ? null : facts.region().fullName());
        add(all, "year", facts.period() != null ? facts.period() : facts.year());
        add(all, "status", report.status() == Document.Status.OK ? null : words.text("status." + report.status()));
        return all;
    }

    private void add(List<FigureView.Fact> all, String key, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            all.add(new FigureView.Fact(words.text("filter." + key), value.toString()));
        }
    }

    private List<ReportView.Told> troubles() {
        return extraction.document().problems().stream().filter(each -> each.kind().effect() != Problem.Effect.NOTE)
                .map(each -> new ReportView.Told(words.problem(each), words.remedy(each.kind()))).distinct().limit(5).toList();
    }

    private Steps steps(int current, int count, String view) {
        var all = new ArrayList<Link>();
        for (int i = Math.max(1, current - 3); i <= Math.min(count, current + 3); i++) {
            all.add(new Link(String.valueOf(i), step(i, view)));
        }
        return new Steps(current, count, current > 1 ? step(current - 1, view) : "", current < count ? step(current + 1, view) : "",
                List.copyOf(all));
    }

    private String step(int page, String view) {
        return Links.to(Links.report(report.docId())).with("view", view).with("page", page).toString();
    }

    private List<Marks.Mark> marks(Asked asked) {
        var marks = new ArrayList<Marks.Mark>();
        for (var each : extraction.observations()) {
            marks.add(new Marks.Mark(each.evidence().span(), String.valueOf(each.evidence().span().start()), kind(each),
                    Links.observation(report.docId(), each.id()), title(each)));
        }
        for (var each : extraction.mentions().exclusions()) {
            marks.add(new Marks.Mark(each.span(), String.valueOf(each.span().start()), "left", "", left(each).rule()));
        }
        for (var each : rejected()) {
            marks.add(new Marks.Mark(place(each), String.valueOf(place(each).start()), "left", "", words.text("review.done.reject")));
        }
        if (asked.from() >= 0 && asked.to() > asked.from() && asked.to() <= extraction.document().text().length()) {
            var place = new Span(asked.from(), asked.to());
            if (marks.stream().noneMatch(each -> each.span().overlaps(place))) {
                marks.add(new Marks.Mark(place, "place", "place", "", ""));
            }
        }
        return marks;
    }

    private static String kind(Observation it) {
        return it.role() == Role.TARGET ? "target" : "figure";
    }

    private String title(Observation it) {
        return it.raw().strip() + " · " + (it.indicator() == null ? it.label() : library.indicatorName(it.indicator(), words));
    }

    private List<Box> boxes(int page, Asked asked) {
        var boxes = new ArrayList<Box>();
        for (var mark : marks(asked)) {
            extraction.document().layout().places(mark.span()).stream().filter(each -> each.page() == page)
                    .forEach(each -> boxes.add(box(mark, each.box())));
        }
        if (asked.from() >= 0 && asked.to() > asked.from() && boxes.stream().noneMatch(each -> each.kind().equals("place"))) {
            extraction.document().layout().places(new Span(asked.from(), asked.to())).stream().filter(each -> each.page() == page)
                    .forEach(each -> boxes.addFirst(box(new Marks.Mark(new Span(0, 0), "place", "place", "", ""), each.box())));
        }
        return boxes;
    }

    private static Box box(Marks.Mark mark, cn.jixiao.document.Box its) {
        return new Box(mark.key(), mark.kind(), coordinate(its.left() - ROOM), coordinate(its.top() - ROOM),
                coordinate(its.right() - its.left() + 2 * ROOM), coordinate(its.bottom() - its.top() + 2 * ROOM), mark.href(), mark.title());
    }

    static String coordinate(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }

    private List<ReportView.Finding> findings(Verdicts verdicts) {
        return extraction.findings().stream().filter(each -> !each.holds())
                .sorted(Comparator.comparing(cn.jixiao.observation.Finding::severity)).limit(MOST_FINDINGS).map(each ->
                new ReportView.Finding(FindingName.of(each), each.severity().key(), words.text("severity." + each.severity().key()),
                        library.ruleName(each.rule(), words), each.message(),
                        verdicts.of(each).map(its -> words.text(its.correction() instanceof Correction.DismissFinding
                                ? "verdict.DISMISSED" : "verdict.ACCEPTED")).orElse(""),
                        each.observations().stream().map(this::operand).flatMap(Optional::stream).limit(12).toList())).toList();
    }

    private Optional<Link> operand(String id) {
        return extraction.observations().stream().filter(each -> each.id().equals(id)).findFirst()
                .map(each -> new Link(each.raw().strip(), Links.observation(report.docId(), id)));
    }
}
