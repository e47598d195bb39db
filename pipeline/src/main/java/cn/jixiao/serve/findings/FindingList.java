package cn.jixiao.serve.findings;

import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Finding;
import cn.jixiao.review.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The findings that somebody asks for: those that only several reports together show, then those of each report, the
/// gravest first.
///
/// @param across those of several reports
record FindingList(Records records, List<Finding> across, Verdicts verdicts, AskedFindings asked) {

    private static final int STEP = 500;

    /// A finding in its report.
    record Found(Finding finding, String title) {
    }

    /// Some of them.
    ///
    /// @param total how many there are; if not `whole`, at the least
    record Page(List<Found> items, long total, boolean whole) {
        Page {
            items = List.copyOf(items);
        }
    }

    /// @param from how many are passed over
    /// @param counted how far decided ones are counted beyond what is looked at
    Page page(int from, int size, int counted) {
        boolean every = asked.isWhateverDecided() || verdicts.isEmpty() && asked.wants(java.util.Optional.empty());
        return every ? every(from, size) : chosen(from, size, Math.max(counted, from + size + 1));
    }

    /// The index counts, and begins where it is told.
    private Page every(int from, int size) {
        var items = new ArrayList<>(shared().skip(from).limit(size).toList());
        long total = shared().count();
        for (var query : queries()) {
            int passed = (int) Math.max(0, from - total);
            var result = records.search(new SearchQuery(query, Level.FINDINGS, Order.SOURCE, passed, size - items.size(), 0));
            found(result).forEach(items::add);
            total += result.total();
        }
        return new Page(items, total, true);
    }

    /// The index does not know what was decided: it is gone through from its beginning, no further than need be.
    private Page chosen(int from, int size, int most) {
        var items = new ArrayList<Found>();
        var seen = new int[1];
        Stream.concat(shared(), queries().stream().flatMap(this::found)).filter(each -> asked.wants(verdicts.of(each.finding())))
                .limit(most).forEachOrdered(each -> {
                    if (seen[0]++ >= from && items.size() < size) {
                        items.add(each);
                    }
                });
        return new Page(items, seen[0], seen[0] < most);
    }

    private Stream<Found> shared() {
        return across.stream().filter(asked::names).map(each -> new Found(each, title(each)));
    }

    private String title(Finding finding) {
        var line = records.lines().get(finding.docId());
        return line == null || line.title() == null || line.title().isBlank() ? finding.source() : line.title();
    }

    private List<String> queries() {
        return Stream.of(Finding.Severity.values()).map(Finding.Severity::key)
                .filter(each -> asked.severity().isEmpty() || asked.severity().equals(each))
                .map(each -> asked.severity(each).query()).toList();
    }

    private Stream<Found> found(String query) {
        return IntStream.iterate(0, from -> from + STEP)
                .mapToObj(from -> records.search(new SearchQuery(query, Level.FINDINGS, Order.SOURCE, from, STEP, 0)))
                .takeWhile(each -> !each.hits().isEmpty()).flatMap(FindingList::found);
    }

    private static Stream<Found> found(SearchResult result) {
        return result.hits().stream().filter(hit -> hit.finding() != null).map(hit -> new Found(hit.finding(), hit.report().shownTitle()));
    }
}
