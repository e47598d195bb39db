package cn.jixiao.observe;

import cn.jixiao.document.Document;
import cn.jixiao.document.Page;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A document made ready to be read: its folded text, the dictionary's words in it, and what any place stands under.
final class Scene {

    /// Which sort of section a number stands in; MIXED tells both what went wrong and what is to come.
    enum Tense { GOAL, RESULT, NEXT, MIXED, UNKNOWN }

    private static final double[] HEADING_WEIGHTS = {0.6, 0.5, 0.4};

    final Document document;
    final Outline outline;
    final Folded text;
    final Hits hits;
    final Lexicon lexicon;
    private final Map<Named, Zone> named = new HashMap<>();
    private final Set<Integer> scanned;
    private final List<Section> byStart;
    private final boolean ofGoals;
    private final Deque<Section> open = new ArrayDeque<>();
    private Span spoken = new Span(0, 0);
    private String words = "";
    private int nextSection;
    private int lastOffset = -1;

    /// Words that no place of the text tells, and what they are.
    private record Named(String name, boolean telling, String words) {
    }

    Scene(Document document, Outline outline, Lexicon lexicon) {
        this.document = document;
        this.outline = outline;
        this.lexicon = lexicon;
        this.text = new Folded(document.text());
        this.hits = lexicon.scan(text);
        this.byStart = outline.sections();
        this.ofGoals = isOfGoals();
        this.scanned = document.pages().stream().filter(page -> page.origin() == Page.Origin.OCR).map(Page::number)
                .collect(Collectors.toSet());
    }

    /// Whether the words of a page were read from its picture.
    boolean isScanned(int page) {
        return scanned.contains(page);
    }

    /// The sections around an offset, innermost first; cheapest when offsets are asked for in order.
    List<Section> sections(int offset) {
        if (offset < lastOffset) {
            open.clear();
            nextSection = 0;
        }
        lastOffset = offset;
        while (nextSection < byStart.size() && byStart.get(nextSection).span().start() <= offset) {
            open.push(byStart.get(nextSection++));
        }
        open.removeIf(section -> section.span().end() <= offset);
        return List.copyOf(open);
    }

    /// What supports a term from afar: headings, project and title.
    List<Zone> backdrop(int offset, boolean telling) {
        var zones = new ArrayList<Zone>();
        int depth = 0;
        for (var section : sections(offset)) {
            if (depth == HEADING_WEIGHTS.length) {
                break;
            }
            var heading = section.heading();
            zones.add(new Zone("heading", hits, heading.start(), heading.end(), heading.end(), HEADING_WEIGHTS[depth],
                    telling && depth == 0));
            depth++;
        }
        project(offset).ifPresent(project -> zones.add(zone("project", project.name(), 0.5, telling)));
        var title = outline.facts().title();
        if (title != null) {
            zones.add(zone("title", title, 0.45, telling));
        }
        return zones;
    }

    Zone zone(String name, String words, double weight, boolean telling) {
        return named.computeIfAbsent(new Named(name, telling, words),
                key -> new Zone(name, lexicon.scan(words), 0, words.length(), words.length(), weight, telling));
    }

    Zone zone(String name, Span span, double weight, boolean telling) {
        return new Zone(name, hits, span.start(), span.end(), span.end(), weight, telling);
    }

    Optional<Project> project(int offset) {
        return outline.project(offset);
    }

    /// What the headings around an offset promise: the innermost that promises anything decides.
    Tense tense(int offset) {
        for (var section : sections(offset)) {
            var tense = tense(section.heading());
            if (tense != Tense.UNKNOWN) {
                return tense;
            }
        }
        return ofGoals ? Tense.GOAL : Tense.UNKNOWN;
    }

    /// Whether the whole document tells goals, so that nothing is spent yet.
    boolean ofGoals() {
        return ofGoals;
    }

    /// 绩效目标申报表: what the document tells, it tells of the year to come.
    private boolean isOfGoals() {
        var title = outline.facts().title();
        return title != null && lexicon.words("goal_document").stream().anyMatch(title::contains)
                && lexicon.words("result_section").stream().noneMatch(title::contains);
    }

    /// The last word of a heading that promises anything decides: 绩效目标完成情况 is about results.
    Tense tense(Span heading) {
        var goal = lexicon.list("target_section");
        var result = lexicon.list("result_section");
        var next = lexicon.list("next_section");
        var problem = lexicon.list("problem_section");
        var found = Tense.UNKNOWN;
        boolean ahead = laterYear(heading);
        boolean wrong = false;
        for (var hit : hits.in(heading.start(), heading.end())) {
            ahead |= next.get(hit.word());
            wrong |= problem.get(hit.word());
            found = result.get(hit.word()) ? Tense.RESULT : goal.get(hit.word()) ? Tense.GOAL : found;
        }
        if (ahead) {
            return wrong ? Tense.MIXED : found == Tense.RESULT ? found : Tense.NEXT;
        }
        return wrong && found == Tense.UNKNOWN ? Tense.RESULT : found;
    }

    /// 2023年安排, in a report on 2022.
    private boolean laterYear(Span heading) {
        var reported = outline.facts().year();
        if (reported == null) {
            return false;
        }
        var words = words(heading);
        return words.contains((reported + 1) + "年") && !words.contains(reported + "年");
    }

    boolean has(String list, int from, int to) {
        return last(list, from, to) != null;
    }

    /// The last hit of a list in a stretch, hits within longer hits of the same list left out.
    Hits.@org.jspecify.annotations.Nullable Hit last(String list, int from, int to) {
        return hits.last(lexicon.list(list), from, to);
    }

    /// The words of a stretch; the figures of one sentence share its words.
    String words(Span span) {
        if (!span.equals(spoken)) {
            spoken = span;
            words = document.textOf(span);
        }
        return words;
    }
}
