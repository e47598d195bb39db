package cn.jixiao.serve.review;

import cn.jixiao.dictionary.Units;
import cn.jixiao.index.Records;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.review.ConflictException;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Offers;
import cn.jixiao.review.ReviewQueue;
import cn.jixiao.review.Target;
import cn.jixiao.review.Targets;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.stream.Stream;

/// The queue, the form, the history; and the one address to which decisions are sent.
public final class ReviewPages implements Feature {

    private static final int PAGE = 20;
    private static final int LATEST = 6;
    private static final List<Integer> LEVELS = List.of(50, 30, 15, 0);
    private static final int USUAL = 30;

    private final Site site;
    private final Units units;

    public ReviewPages(Site site) {
        this.site = site;
        this.units = Units.load(site.library().shelf());
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/review", this::queue);
        routes.get("/review/figure", this::figure);
        routes.get("/review/add", this::addition);
        routes.get("/review/history", this::history);
        routes.post("/review/entries", this::enter);
        routes.post("/review/who", ctx -> {
            Reviewer.told(site, ctx);
            ctx.redirect(Decision.of(ctx).back(), HttpStatus.SEE_OTHER);
        });
        routes.post("/review/take", this::take);
    }

    private Views views(Context ctx, Records records) {
        return new Views(site.library(), site.words(ctx), records, site.library().corrections().standing());
    }

    private void queue(Context ctx) {
        var report = Site.query(ctx, "report");
        int page = Site.number(ctx, "page", 1, 1, 100_000);
        int least = Site.number(ctx, "least", USUAL, 0, 100);
        var view = site.read(records -> {
            var views = views(ctx, records);
            var filter = report.isEmpty() ? ObservationFilter.ALL : ObservationFilter.ofDocument(report);
            var queue = ReviewQueue.of(records, views.standing(), filter, least / 100.0, (page - 1) * PAGE, PAGE);
            var back = Links.to("/review").with("report", report).with("least", least).with("page", page).toString();
            var here = Links.to("/review").with("report", report).with("least", least).toString() + "&page=";
            var all = views.standing().all();
            return new ReviewView.Queue(queue.items().stream().map(each -> views.task(each, back)).toList(), queue.size(),
                    report.isEmpty() ? "" : views.title(report), Reviewer.of(site, ctx), page > 1 ? here + (page - 1) : "",
                    page * PAGE < queue.size() ? here + (page + 1) : "",
                    LEVELS.stream().map(level -> new ReviewView.Choice(site.words(ctx).text("review.level." + level),
                            Links.to("/review").with("report", report).with("least", level).toString(), level == least)).toList(),
                    all.reversed().stream().limit(LATEST).map(views::line).toList(), all.size(),
                    views.faults(site.library().corrections().faults()));
        });
        site.show(ctx, "review", Section.REVIEW, "nav.review", view);
    }

    private void figure(Context ctx) {
        var report = Site.query(ctx, "report");
        var id = Site.query(ctx, "figure");
        var view = site.read(records -> views(ctx, records).edit(report, id, Reviewer.of(site, ctx)));
        site.show(ctx, "reviewEdit", Section.REVIEW, "review.edit", view);
    }

    private void addition(Context ctx) {
        var report = Site.query(ctx, "report");
        var words = Site.query(ctx, "words");
        var after = java.util.Objects.requireNonNullElse(ctx.queryParam("after"), "");
        var view = site.read(records -> views(ctx, records).addition(report, words, after, Reviewer.of(site, ctx)));
        site.show(ctx, "reviewEdit", Section.REVIEW, "review.addition", view);
    }

    private void history(Context ctx) {
        var report = Site.query(ctx, "report");
        var view = site.read(records -> {
            var views = views(ctx, records);
            var lines = views.standing().all().reversed().stream().filter(each -> report.isEmpty()
                    || views.standing().target(each).filter(its -> its.docId().equals(report)).isPresent()).limit(500).map(views::line);
            return new ReviewView.History(lines.toList(), report.isEmpty() ? "" : views.title(report), views.offers(),
                    views.faults(site.library().corrections().faults()));
        });
        site.show(ctx, "reviewHistory", Section.REVIEW, "review.history", view);
    }

    private void enter(Context ctx) {
        var decision = Decision.of(ctx);
        var who = Reviewer.told(site, ctx);
        try {
            site.read(records -> {
                var entry = site.library().corrections().enter(records, who, decision.why(), decision.saw(),
                        correction(ctx, records, decision));
                answer(ctx, records, decision, entry.id());
                return entry;
            });
        } catch (ConflictException e) {
            conflict(ctx, decision, e);
            return;
        }
        settle();
    }

    private Correction correction(Context ctx, Records records, Decision decision) {
        if (decision.what().equals("undo")) {
            if (site.library().corrections().standing().entry(decision.entry()).isEmpty()) {
                throw new Refusal(404, "error.not_found");
            }
            return new Correction.Undo(decision.entry());
        }
        var extraction = decision.extraction(records);
        var form = new ReadingForm(ctx, site.library(), units);
        if (decision.what().equals("add")) {
            var span = Decision.words(extraction, java.util.Objects.requireNonNullElse(ctx.formParam("after"), ""),
                    Decision.field(ctx, "words"));
            if (extraction.observations().stream().anyMatch(each -> each.evidence().span().start() == span.start())) {
                throw new Refusal(409, "review.read.already");
            }
            return new Correction.Add(Targets.ofWords(extraction, span), form.reading(null));
        }
        var figure = decision.figure(extraction);
        if (figure.isEmpty() || !cn.jixiao.review.Reading.of(figure.get()).print().equals(decision.seen())) {
            throw Conflicts.of(site.library().corrections().standing(), decision, extraction, figure.orElse(null));
        }
        return decision.correction(extraction, figure.get(), form);
    }

    /// To htmx the card as it is now, to others the page they came from.
    private void answer(Context ctx, Records records, Decision decision, String entry) {
        if (Site.isPart(ctx)) {
            var views = views(ctx, records);
            site.render(ctx, "reviewTask", site.page(ctx, Section.REVIEW, ""), views.done(decision, entry));
        } else {
            ctx.redirect(decision.back(), HttpStatus.SEE_OTHER);
        }
    }

    /// Brings search and comparison up to what was said; while an import runs, its next commit does so.
    private void settle() {
        site.library().workspace().read().close();
    }

    private void conflict(Context ctx, Decision decision, ConflictException conflict) {
        var view = site.read(records -> views(ctx, records).conflict(decision, conflict, ctx, Reviewer.of(site, ctx)));
        ctx.status(HttpStatus.CONFLICT);
        if (Site.isPart(ctx)) {
            site.render(ctx, "reviewConflict", site.page(ctx, Section.REVIEW, ""), view);
        } else {
            site.show(ctx, "reviewEdit", Section.REVIEW, "review.conflict", view);
        }
    }

    /// Takes an entry over to another edition, as the visitor's own.
    private void take(Context ctx) {
        var decision = Decision.of(ctx);
        var who = Reviewer.told(site, ctx);
        site.read(records -> {
            var corrections = site.library().corrections();
            var standing = corrections.standing();
            var offer = Offers.of(records, standing).stream().filter(each -> each.entry().id().equals(decision.entry())).findFirst()
                    .orElseThrow(() -> new Refusal(404, "error.not_found"));
            var correction = Offers.taken(offer, records).orElseThrow(() -> new Refusal(409, "review.gone"));
            var key = Stream.of(correction).filter(Correction.OfNumber.class::isInstance).map(Correction.OfNumber.class::cast)
                    .map(Correction.OfNumber::target).map(Target::key).findFirst().orElseThrow();
            return corrections.enter(records, who, offer.entry().why(), standing.version(key), correction);
        });
        settle();
        ctx.redirect("/review/history", HttpStatus.SEE_OTHER);
    }
}
