package cn.jixiao.serve.findings;

import cn.jixiao.observation.Finding;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Entry;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Site;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which findings somebody asks for; empty words ask for nothing in particular.
///
/// @param state `open`, `accepted`, `dismissed` or `all`
record AskedFindings(String severity, String rule, String report, String words, String state, int page) {

    static final List<String> STATES = List.of("open", "accepted", "dismissed", "all");
    private static final List<String> SEVERITIES = List.of("", "error", "warning", "info");
    private static final Pattern NAME = Pattern.compile("[a-z0-9_.]{0,60}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{0,64}");

    static AskedFindings of(Context ctx) {
        var state = Site.query(ctx, "state");
        return new AskedFindings(one(Site.query(ctx, "severity"), SEVERITIES), fitting(Site.query(ctx, "rule"), NAME),
                fitting(Site.query(ctx, "report"), ID), Site.query(ctx, "q"), state.isEmpty() ? "open" : one(state, STATES),
                Site.number(ctx, "page", 1, 1, 10_000));
    }

    private static String one(String value, List<String> all) {
        if (!all.contains(value)) {
            throw new Refusal(400, "error.choice", value);
        }
        return value;
    }

    private static String fitting(String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new Refusal(400, "error.choice", value);
        }
        return value;
    }

    AskedFindings severity(String its) {
        return new AskedFindings(its, rule, report, words, state, 1);
    }

    AskedFindings rule(String its) {
        return new AskedFindings(severity, its, report, words, state, 1);
    }

    AskedFindings report(String its) {
        return new AskedFindings(severity, rule, its, words, state, 1);
    }

    AskedFindings words(String its) {
        return new AskedFindings(severity, rule, report, its, state, 1);
    }

    AskedFindings state(String its) {
        return new AskedFindings(severity, rule, report, words, its, 1);
    }

    AskedFindings page(int its) {
        return new AskedFindings(severity, rule, report, words, state, its);
    }

    /// As the index is asked.
    String query() {
        var query = new StringBuilder("holds:false");
        add(query, "severity", severity);
        add(query, "rule", rule);
        add(query, "id", report);
        return words.isEmpty() ? query.toString() : "(" + words + ") AND " + query.toString().replace(" ", " AND ");
    }

    private static void add(StringBuilder query, String field, String value) {
        if (!value.isEmpty()) {
            query.append(' ').append(field).append(":\"").append(value).append('"');
        }
    }

    /// Whether a finding that the index does not know is asked for.
    boolean names(Finding finding) {
        return (severity.isEmpty() || severity.equals(finding.severity().key())) && (rule.isEmpty() || rule.equals(finding.rule()))
                && (report.isEmpty() || finding.docId().startsWith(report)) && (words.isEmpty() || finding.message().contains(words));
    }

    /// Whether decisions choose nothing.
    boolean isWhateverDecided() {
        return state.equals("all");
    }

    boolean wants(Optional<Entry> verdict) {
        return switch (state) {
            case "open" -> verdict.isEmpty();
            case "accepted" -> verdict.filter(each -> each.correction() instanceof Correction.AcceptFinding).isPresent();
            case "dismissed" -> verdict.filter(each -> each.correction() instanceof Correction.DismissFinding).isPresent();
            default -> true;
        };
    }

    String href(String path) {
        return Links.to(path).with("q", words).with("severity", severity).with("rule", rule).with("report", report)
                .with("state", state.equals("open") ? "" : state).with("page", page == 1 ? "" : page).toString();
    }
}
