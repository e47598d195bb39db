package cn.jixiao.observe;

import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Vocabulary;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Turns the quantities of a report into observations: what each counts, of whom and when, and how sure that is.
///
/// Every mention becomes one observation; where nothing in the dictionary fits, its indicator is null. Confidence rests
/// on the rule that decided: a known table column and a matched row label 0.95; a term in the label 0.93, further off
/// in it 0.88; a part of a whole told before 0.88, or that adds up
/// to it 0.90; a term elsewhere in the clause 0.80; the item of a list or the same
/// thing told on 0.75; a term in the sentence 0.70, in a heading or the sentence before 0.60; growth, shares and
/// standards, known to be no level, 0.85; nothing found 0.50 to 0.75. On pages read by OCR all of it less, by a tenth.
///
/// Thread-safe; one instance serves all reports.
public final class Observer {

    /// Of the numbers on scanned practice pages about one in twenty is read wrong.
    private static final double SCANNED = 0.9;

    /// Sentences and rows of tables are shorter than this in reports that people write.
    private static final int LONGEST_EVIDENCE = 2000;

    private final Indicators indicators;
    private final Lexicon lexicon;
    private final Chooser chooser;
    private final Units units;
    private final Areas areas;

    /// Finds the area that a row of a table names, empty where it names none.
    public interface Areas {
        /// @param reported the area the report is about, or null where nobody knows
        Optional<Region> named(@Nullable Region reported, String words);
    }

    public Observer(Indicators indicators, Vocabulary vocabulary, Areas areas) {
        this.indicators = indicators;
        this.lexicon = new Lexicon(indicators, vocabulary);
        this.chooser = new Chooser(lexicon);
        this.units = new Units(lexicon);
        this.areas = areas;
    }

    /// @return one observation for each mention, in the same order
    public List<Observation> observe(Document document, Outline outline, Mentions mentions) {
        var scene = new Scene(document, outline, lexicon);
        var drafts = drafts(scene, sorted(mentions));
        var observations = new ArrayList<Observation>(drafts.size());
        int previousStart = -1;
        int repeat = 0;
        for (var draft : drafts) {
            repeat = draft.start() == previousStart ? repeat + 1 : 0;
            previousStart = draft.start();
            observations.add(observation(scene, draft, repeat));
        }
        return List.copyOf(observations);
    }

    private static List<Mention> sorted(Mentions mentions) {
        return mentions.mentions().stream().sorted(Comparator.comparingInt(mention -> mention.span().start())).toList();
    }

    private List<Draft> drafts(Scene scene, List<Mention> mentions) {
        var wording = new Wording(scene);
        var prose = new Prose(scene, indicators, chooser, units, wording);
        var tables = new Tables(scene, chooser, units, wording, words -> areas.named(scene.outline.facts().region(), words));
        var grids = new GridFinder(scene.outline.grids());
        var drafts = new ArrayList<Draft>(mentions.size());
        var sentences = scene.outline.sentences();
        int sentence = 0;
        int at = 0;
        while (at < mentions.size()) {
            int start = mentions.get(at).span().start();
            while (sentence < sentences.size() && sentences.get(sentence).end() <= start) {
                prose.pass(sentences.get(sentence++));
            }
            var found = grids.at(start);
            boolean running = sentence < sentences.size() && sentences.get(sentence).contains(start);
            if (found.isPresent() && figure(scene, found.get().place(), mentions.get(at))) {
                drafts.add(tables.read(mentions.get(at++), found.get().table(), found.get().place()));
                continue;
            }
            Span span = Flattened.around(scene.text, start).orElseGet(() -> line(scene, start));
            if (running && !Flattened.alone(scene.text, sentences.get(sentence))) {
                span = sentences.get(sentence);
            }
            if (found.isPresent()) {
                span = within(span, found.get().place().cell().span());
            }
            int end = at + 1;
            while (end < mentions.size() && span.contains(mentions.get(end).span().start())) {
                end++;
            }
            var given = found.map(GridFinder.Found::place).map(place -> given(scene, place)).orElse(null);
            drafts.addAll(prose.read(span, mentions.subList(at, end), given));
            at = end;
            while (sentence < sentences.size() && sentences.get(sentence).end() <= span.end()) {
                sentence++;
            }
        }
        new Sums(units, wording).join(drafts);
        return drafts;
    }

    /// A line of a table may hold a whole row; what a cell tells ends where the cell does.
    private static Span within(Span words, Span cell) {
        return new Span(Math.max(words.start(), cell.start()), Math.min(words.end(), cell.end()));
    }

    /// Whether a cell holds little but the number; cells that hold sentences are read as prose.
    private static boolean figure(Scene scene, Grid.Place place, Mention mention) {
        var column = place.column();
        if (column != null && column.use() == ColumnMeaning.Use.NOTE) {
            return false;
        }
        int words = 0;
        var span = place.cell().span();
        for (int i = span.start(); i < span.end(); i++) {
            boolean inside = mention.span().contains(i);
            words += !inside && Character.isIdeographic(scene.text.charAt(i)) ? 1 : 0;
        }
        return words <= 6 || words <= 12 && column != null && column.use() == ColumnMeaning.Use.VALUE;
    }

    /// What the headings of a cell that holds sentences say of its numbers (年度总体目标 | 办理案件270件以上，…).
    private static @Nullable Role given(Scene scene, Grid.Place place) {
        if (place.column() != null && place.column().role() != null) {
            return place.column().role();
        }
        var above = place.columnHeads().isEmpty() ? null : told(scene, place.columnHeads().getLast());
        if (above == null && place.row() != null && place.row().role() != null) {
            return place.row().role();
        }
        return above != null || place.rowHeads().isEmpty() ? above : told(scene, place.rowHeads().getLast());
    }

    private static @Nullable Role told(Scene scene, Cell heading) {
        return switch (scene.tense(heading.span())) {
            case GOAL, NEXT -> Role.TARGET;
            case RESULT -> Role.ACTUAL;
            case MIXED, UNKNOWN -> null;
        };
    }

    private static Span line(Scene scene, int offset) {
        int from = offset;
        int to = offset;
        while (from > 0 && scene.text.charAt(from - 1) != '\n' && offset - from < 400) {
            from--;
        }
        while (to < scene.text.length() && scene.text.charAt(to) != '\n' && to - offset < 400) {
            to++;
        }
        return new Span(from, to);
    }

    private Observation observation(Scene scene, Draft draft, int repeat) {
        var document = scene.document;
        var facts = scene.outline.facts();
        var id = document.id().substring(0, Math.min(12, document.id().length())) + ":" + draft.start()
                + (repeat == 0 ? "" : "b".repeat(repeat));
        var page = document.layout().page(draft.mention.span());
        boolean scanned = page.isPresent() && scene.isScanned(page.getAsInt());
        var sentence = draft.evidence == null ? line(scene, draft.start()) : draft.evidence;
        var evidence = new Evidence(page.isPresent() ? Integer.valueOf(page.getAsInt()) : null, draft.mention.span(),
                scene.words(near(sentence.contains(draft.mention.span()) ? sentence : line(scene, draft.start()),
                        draft.mention.span())), draft.place);
        return new Observation(id, document.id(), document.source(), draft.region != null ? draft.region : facts.region(),
                facts.agency(), draft.year, period(draft, facts.year(), facts.period()), draft.project, draft.indicator,
                draft.label, draft.breakdown, draft.role, draft.quantity, draft.mention.raw(), evidence,
                scanned ? SCANNED * draft.confidence : draft.confidence, rules(draft, scanned));
    }

    /// What lies around the mention of a stretch that nobody would read whole: each figure holds its own words, and ten
    /// thousand cells of a row would hold the row ten thousand times.
    private static Span near(Span words, Span mention) {
        return words.end() - words.start() <= LONGEST_EVIDENCE ? words
                : new Span(Math.max(words.start(), mention.start() - LONGEST_EVIDENCE / 2),
                        Math.min(words.end(), mention.end() + LONGEST_EVIDENCE / 2));
    }

    private static List<String> rules(Draft draft, boolean scanned) {
        var rules = new ArrayList<String>(draft.rules.size() + 1);
        for (var each : draft.rules) {
            if (!rules.contains(each)) {
                rules.add(each);
            }
        }
        if (scanned) {
            rules.add("read:ocr");
        }
        return List.copyOf(rules);
    }

    /// Goals are set for whole years, also in a report of some months; results are of the months reported on.
    private static @Nullable Period period(Draft draft, @Nullable Integer reported, @Nullable Period period) {
        if (draft.year == null) {
            return null;
        }
        boolean ofReport = draft.year.equals(reported) && period != null;
        return ofReport && (draft.role == Role.ACTUAL || draft.stage) && !"fund.budget".equals(draft.indicator) ? period : Period.year(draft.year);
    }
}
