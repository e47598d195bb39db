package cn.jixiao.compare;

import cn.jixiao.index.Figure;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchResult;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Findings that no report shows alone: `outlier.jump`, `outlier.peer`, `outlier.copied` and `conflict.edition`.
///
/// Figures are asked for one indicator at a time, so that memory does not grow with the workspace. Reports in whose stead
/// another one counts are held against that one only.
public final class AcrossReports {

    private AcrossReports() {
    }

    private static final int MOST_INDICATORS = 10_000;

    /// Figures without an indicator say too little to be held against another report's.
    ///
    /// @return by source, then by rule and message
    public static List<Finding> of(Records records) {
        var findings = new ArrayList<Finding>();
        var copied = new CopiedReports();
        var elsewhere = records.links();
        for (var indicator : indicators(records)) {
            var told = records.figures(ObservationFilter.about(indicator)).stream()
                    .filter(each -> !elsewhere.containsKey(each.docId()) && isWhole(each)).toList();
            Jumps.among(told).forEach(findings::add);
            PeerSlips.among(told).forEach(findings::add);
            copied.hear(told);
        }
        findings.addAll(copied.findings());
        findings.addAll(EditionConflicts.among(records));
        findings.sort(Comparator.comparing(Finding::source).thenComparing(Finding::rule).thenComparing(Finding::message));
        return List.copyOf(findings);
    }

    private static List<String> indicators(Records records) {
        var counted = records.search(new SearchQuery("", SearchQuery.Level.OBSERVATIONS, SearchQuery.Order.SOURCE, 0, 0, MOST_INDICATORS));
        return counted.facets().getOrDefault("indicator", List.of()).stream().map(SearchResult.Count::value).sorted().toList();
    }

    /// Totals that were told as results of an agency's year; what a subset or a bound says is not compared.
    private static boolean isWhole(Figure each) {
        return each.year() != null && each.region() != null && each.agency() != null && each.role() == Role.ACTUAL
                && each.breakdown() == null && each.quantity().comparator() == cn.jixiao.observation.Comparator.EQ
                && each.quantity().value().signum() > 0 && (each.period() == null || each.period().isWholeYear())
                && switch (each.quantity().kind()) {
                    case AMOUNT, COUNT -> true;
                    case RATE, SCORE -> false;
                };
    }

    static Finding warning(Figure about, String rule, String message, List<Figure> operands, String expected, String found) {
        var first = about.observation();
        return new Finding(about.docId(), first.source(), rule, false, Finding.Severity.WARNING, message,
                operands.stream().map(each -> each.observation().id()).toList(), expected, found);
    }

    /// As the report prints it; a bare cell with the unit that it stands under.
    static String printed(Figure figure) {
        var raw = figure.observation().raw().strip();
        boolean bare = raw.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == ',');
        return !bare ? raw : figure.quantity().kind() == Kind.AMOUNT
                ? figure.quantity().value().movePointLeft(4).stripTrailingZeros().toPlainString() + "万元" : raw + figure.quantity().unit();
    }
}
