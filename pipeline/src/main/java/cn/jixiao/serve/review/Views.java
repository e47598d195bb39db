package cn.jixiao.serve.review;

import cn.jixiao.Pipeline;
import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.review.ConflictException;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Entry;
import cn.jixiao.review.JournalFault;
import cn.jixiao.review.Offers;
import cn.jixiao.review.Reading;
import cn.jixiao.review.ReviewQueue;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Target;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.report.Excerpts;
import cn.jixiao.serve.report.FigureView;
import cn.jixiao.serve.review.ReviewView.Clip;
import cn.jixiao.serve.review.ReviewView.Edit;
import cn.jixiao.serve.review.ReviewView.Line;
import cn.jixiao.serve.review.ReviewView.Option;
import cn.jixiao.serve.review.ReviewView.Task;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the review pages' views from the records of one moment.
final class Views {

    private static final List<String> USUAL_UNITS = List.of("万元", "元", "%", "‰", "件", "个", "人", "人次", "次", "场", "份", "户", "分");

    private final Library library;
    private final Words words;
    private final Records records;
    private final Standing standing;
    private final Map<String, Extraction> extractions = new HashMap<>();
    private final Map<String, Report> reports = new HashMap<>();

    Views(Library library, Words words, Records records, Standing standing) {
        this.library = library;
        this.words = words;
        this.records = records;
        this.standing = standing;
    }

    Standing standing() {
        return standing;
    }

    private Extraction extraction(String docId) {
        return extractions.computeIfAbsent(docId,
                id -> records.extraction(id).orElseThrow(() -> new Refusal(404, "error.not_found")));
    }

    private Report report(String docId) {
        return reports.computeIfAbsent(docId, id -> records.find(id).stream().filter(each -> each.docId().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(404, "error.not_found")));
    }

    String title(String docId) {
        return report(docId).shownTitle();
    }

    private FigureView figure(Extraction extraction, Observation it) {
        return new FigureView.Maker(library, words, standing, extraction.document()).of(it);
    }

    Task task(ReviewQueue.Item item, String back) {
        return task(item.figure(), (int) Math.round(item.risk().score() * 100),
                item.risk().reasons().stream().map(each -> words.text("risk." + each)).toList(), null, back);
    }

    private Task task(Observation it, int risk, List<String> reasons, ReviewView.@Nullable Done done, String back) {
        var extraction = extraction(it.docId());
        return new Task(figure(extraction, it), risk, reasons, title(it.docId()), where(it),
                Excerpts.around(extraction, it.evidence().span()), clip(it.docId(), it.evidence().span()), done, back);
    }

    private String where(Observation it) {
        var parts = new ArrayList<String>();
        if (it.evidence().page() != null) {
            parts.add(words.text("page", it.evidence().page()));
        }
        var table = it.evidence().table();
        if (table != null) {
            parts.add(table.address() != null ? table.address()
                    : words.text("place.table", table.table(), table.row() + 1, table.column() + 1));
        }
        return String.join(" ", parts);
    }

    private @Nullable Clip clip(String docId, Span span) {
        return Excerpts.piece(report(docId), extraction(docId).document(), span).map(piece -> new Clip(
                Excerpts.picture(docId, piece.page()), numbers(piece.view()), number(piece.width()), number(piece.height()),
                words.text("page", piece.page()), piece.boxes().stream().map(box -> box.stream().map(Views::number).toList()).toList()))
                .orElse(null);
    }

    private static String numbers(List<Double> all) {
        return String.join(" ", all.stream().map(Views::number).toList());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /// The card of a figure after something was said about it.
    Task done(Decision decision, String entry) {
        var now = library.corrections().standing();
        var fresh = new Views(library, words, records, now);
        var extraction = fresh.extraction(decision.report());
        var told = new ReviewView.Done(words.text("review.done." + decision.what()), decision.what().equals("undo") ? "" : entry,
                now.entry(entry).flatMap(now::target).map(each -> now.version(each.key())).orElse(""));
        var shown = decision.figure(extraction);
        if (shown.isPresent()) {
            return fresh.task(shown.get(), 0, List.of(), told, decision.back());
        }
        // Rejected: shown as it was read.
        var read = records.asRead(decision.report()).orElseThrow();
        return fresh.task(decision.figure(read).orElseThrow(() -> new Refusal(404, "error.not_found")), 0, List.of(), told,
                decision.back());
    }

    Edit edit(String docId, String id, String who) {
        var extraction = extraction(docId);
        var it = extraction.observations().stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(404, "review.gone"));
        var view = figure(extraction, it);
        return made(extraction, view, it.evidence().span(), fields(Reading.of(it)), null, false, "", "", view.saw(), view.seen(), who,
                history(view, docId));
    }

    private List<Line> history(FigureView view, String docId) {
        return standing.all().reversed().stream().filter(each -> standing.target(each).filter(target ->
                target instanceof Target.Number number && number.docId().equals(docId) && number.isOf(view.id())).isPresent())
                .map(this::line).toList();
    }

    private Edit made(Extraction extraction, @Nullable FigureView view, Span span, Map<String, String> fields,
            ReviewView.@Nullable Conflict conflict, boolean adding, String marked, String after, String saw, String seen, String who,
            List<Line> history) {
        var docId = extraction.document().id();
        var page = extraction.document().layout().page(span);
        return new Edit(title(docId), page.isPresent() ? words.text("page", page.getAsInt()) : "",
                view == null ? Links.place(docId, span.start(), span.end()) : view.href(), view, Excerpts.around(extraction, span),
                clip(docId, span), fields, indicators(), projects(extraction), regions(extraction), units(), history, conflict, adding,
                marked, after, docId, saw, seen, view == null ? Links.place(docId, span.start(), span.end()) : view.href(), who);
    }

    private static Map<String, String> fields(Reading it) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("value", it.value().toPlainString());
        fields.put("unit", it.unit().equals("CNY") ? "元" : it.unit());
        fields.put("kind", it.kind().key());
        fields.put("comparator", it.comparator().symbol());
        fields.put("role", it.role().key());
        fields.put("indicator", Objects.requireNonNullElse(it.indicator(), ""));
        fields.put("label", it.label());
        fields.put("breakdown", Objects.requireNonNullElse(it.breakdown(), ""));
        fields.put("project", Objects.requireNonNullElse(it.project(), ""));
        fields.put("year", it.year() == null ? "" : it.year().toString());
        fields.put("period", it.period() == null || it.period().isWholeYear() ? "" : it.period().toString());
        fields.put("region", it.region() == null ? "" : it.region().code());
        return fields;
    }

    private List<Option> indicators() {
        return library.indicators().all().stream().map(each -> new Option(each.id(), library.indicatorName(each.id(), words))).toList();
    }

    private static List<Option> projects(Extraction extraction) {
        return extraction.outline().projects().stream().map(each -> new Option(each.name(), "")).limit(200).toList();
    }

    private List<Option> regions(Extraction extraction) {
        var own = extraction.outline().facts().region();
        if (own == null) {
            return List.of();
        }
        var around = new ArrayList<>(library.regions().ancestors(own));
        return Stream.of(List.of(own), around, library.regions().children(own)).flatMap(List::stream)
                .map(each -> new Option(each.code(), each.fullName())).distinct().limit(60).toList();
    }

    private static List<Option> units() {
        return USUAL_UNITS.stream().map(each -> new Option(each, "")).toList();
    }

    /// A form for words that were not read, filled with what the program makes of them alone.
    Edit addition(String docId, String marked, String after, String who) {
        var extraction = extraction(docId);
        var span = Decision.words(extraction, after, marked);
        if (extraction.observations().stream().anyMatch(each -> each.evidence().span().start() == span.start())) {
            throw new Refusal(409, "review.read.already");
        }
        var facts = extraction.outline().facts();
        var fields = new LinkedHashMap<String, String>();
        new Pipeline(library.dictionaries().get()).extract(Document.ofWords(marked)).mentions().mentions().stream().findFirst()
                .ifPresent(mention -> {
                    fields.put("value", mention.quantity().value().toPlainString());
                    fields.put("unit", mention.quantity().unit().equals("CNY") ? "元" : mention.quantity().unit());
                    fields.put("kind", mention.quantity().kind().key());
                    fields.put("comparator", mention.quantity().comparator().symbol());
                });
        fields.put("role", "actual");
        fields.put("year", facts.year() == null ? "" : facts.year().toString());
        fields.put("region", facts.region() == null ? "" : facts.region().code());
        fields.put("project", extraction.outline().project(span.start()).map(each -> each.name()).orElse(""));
        var key = new Target.Number(cn.jixiao.review.Anchor.of(extraction.document(), span), 0).key();
        return made(extraction, null, span, fields, null, true, marked, after, standing.version(key), "", who, List.of());
    }

    /// The form again, with what came meanwhile, and what the person had filled in.
    Edit conflict(Decision decision, ConflictException conflict, Context ctx, String who) {
        var extraction = extraction(decision.report());
        var shown = decision.figure(extraction).orElse(null);
        var anchor = shown != null ? shown : decision.figure(records.asRead(decision.report()).orElseThrow())
                .orElseThrow(() -> new Refusal(409, "review.gone"));
        var mine = new LinkedHashMap<String, String>();
        var now = shown == null ? Map.<String, String>of() : fields(Reading.of(shown));
        var rows = new ArrayList<List<String>>();
        fields(Reading.of(anchor)).forEach((name, value) -> {
            var given = ctx.formParam(name);
            mine.put(name, given == null ? value : given);
            var current = now.getOrDefault(name, "");
            if (given != null && !current.equals(given)) {
                rows.add(List.of(words.text("reading.name." + name), current, given));
            }
        });
        var view = shown == null ? null : figure(extraction, shown);
        var told = new ReviewView.Conflict(conflict.since().stream().map(this::line).toList(), List.copyOf(rows), Links.to("/review/figure")
                .with("report", decision.report()).with("figure", decision.figure()).toString());
        return made(extraction, view, anchor.evidence().span(), mine, told, false, "", "", view == null ? "" : view.saw(),
                view == null ? "" : view.seen(), who, List.of());
    }

    Line line(Entry entry) {
        var target = standing.target(entry).orElse(null);
        var about = target instanceof Target.Number number ? number.anchor().raw().strip() : target instanceof Target.OfFinding finding
                ? words.text("rule.of", library.ruleName(finding.rule(), words)) : "";
        var href = target == null || target.docId().isEmpty() ? "" : target instanceof Target.Number number
                ? Links.place(number.docId(), number.anchor().span().start(), number.anchor().span().end())
                : Links.to("/findings").with("report", target.docId()).with("state", "all").toString();
        var changes = entry.correction() instanceof Correction.Correct correct
                ? FigureView.changes(correct.seen(), correct.becomes(), words) : "";
        return new Line(entry.id(), words.text("entry." + entry.correction().getClass().getSimpleName()), about, href,
                FigureView.by(entry.who(), entry.when(), entry.why(), words), changes, standing.counts(entry),
                target == null ? "" : standing.version(target.key()), target == null ? "" : target.docId());
    }

    List<ReviewView.Lost> offers() {
        return Offers.of(records, standing).stream().map(each -> new ReviewView.Lost(line(each.entry()),
                each.edition() == null ? "" : Links.report(each.edition()))).toList();
    }

    List<String> faults(List<JournalFault> faults) {
        return faults.stream().map(each -> words.text(each.torn() ? "review.torn.line" : "review.broken.line", each.line())).toList();
    }
}
