package cn.jixiao.serve.search;

import cn.jixiao.document.Document;
import cn.jixiao.export.Figures;
import cn.jixiao.index.Report;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.search.SearchView.Hit;
import cn.jixiao.serve.search.SearchView.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What was found, as the page tells it.
record Hits(Library library, Words words) {

    private static final int LONGEST_TITLE = 120;

    Hit of(SearchResult.Hit hit) {
        var passages = hit.snippets().stream().map(Snippets::parts).toList();
        if (hit.observation() != null) {
            return observation(hit.report(), hit.observation(), passages);
        }
        if (hit.finding() != null) {
            return finding(hit.report(), hit.finding());
        }
        var snippet = hit.snippets().stream().filter(each -> each.start() >= 0).findFirst();
        var href = snippet.map(each -> Links.place(hit.report().docId(),
                        each.start() + (each.marks().isEmpty() ? 0 : each.marks().getFirst().start()),
                        each.start() + (each.marks().isEmpty() ? each.text().length() : each.marks().getFirst().end())))
                .orElse(Links.report(hit.report().docId()));
        return new Hit(title(hit.report()), href, hit.report().name(), about(hit.report()), "", "", "", passages);
    }

    private Hit observation(Report report, Observation it, List<List<Part>> passages) {
        var indicator = it.indicator() == null ? words.text("search.no_indicator")
                : library.indicatorName(it.indicator(), words);
        var label = Stream.of(Snippets.shorter(it.label(), LONGEST_TITLE), it.breakdown(), it.project())
                .filter(Objects::nonNull).filter(each -> !each.isBlank()).distinct().toList();
        var sentence = passages.isEmpty()
                ? List.of(List.of(new Part(Snippets.shorter(it.evidence().sentence(), 320), false))) : passages;
        return new Hit(indicator, Links.observation(report.docId(), it.id()), report.name(), about(report, it),
                Figures.of(it), String.join(" · ", label), words.text("role." + it.role().key()), sentence);
    }

    private Hit finding(Report report, Finding it) {
        var name = library.ruleName(it.rule(), words);
        var href = it.observations().isEmpty() ? Links.report(report.docId())
                : Links.observation(report.docId(), it.observations().getFirst());
        var tag = it.holds() ? words.text("finding.holds") : words.text("severity." + it.severity().key());
        return new Hit(name, href, report.name(), about(report), "", "", tag,
                List.of(List.of(new Part(Snippets.shorter(it.message(), 600), false))));
    }

    static String title(Report report) {
        return Snippets.shorter(report.shownTitle(), LONGEST_TITLE);
    }

    private List<String> about(Report report) {
        var facts = report.facts();
        var about = new ArrayList<String>();
        add(about, facts.region() == null ? null : facts.region().fullName());
        add(about, facts.agency());
        add(about, facts.year() == null ? null : words.text("year", facts.year()));
        add(about, words.text("type." + facts.type()));
        add(about, report.status() == Document.Status.OK ? null : words.text("status." + report.status()));
        return about;
    }

    private List<String> about(Report report, Observation it) {
        var about = new ArrayList<String>();
        add(about, it.region() == null ? null : it.region().fullName());
        add(about, it.agency());
        add(about, it.year() == null ? null : words.text("year", it.year()));
        add(about, it.evidence().page() == null ? null : words.text("page", it.evidence().page()));
        add(about, title(report));
        return about;
    }

    private static void add(List<String> about, @org.jspecify.annotations.Nullable String fact) {
        if (fact != null && !fact.isBlank()) {
            about.add(Snippets.shorter(fact, LONGEST_TITLE));
        }
    }
}
