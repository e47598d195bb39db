package cn.jixiao.cli;

import cn.jixiao.document.Document;
import cn.jixiao.export.CsvText;
import cn.jixiao.index.Report;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `status`: what is in the workspace, what failed and why, what waits for OCR.
@Command(name = "status")
final class StatusCommand implements Callable<Integer> {

    private final Session session;

    /// Reports that step back are named one by one up to here; `export --records documents` has them all.
    private static final int LINKS_NAMED = 20;

    @Option(names = "--failed", descriptionKey = "status.failed")
    private boolean failedOnly;

    @Option(names = "--format", paramLabel = "text|csv", defaultValue = "text", descriptionKey = "status.format")
    private Format format = Format.text;

    /// Spelled as on the command line.
    enum Format { text, csv }

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var records = session.records(); var all = records.documents()) {
            var reports = all.toList();
            if (format == Format.csv) {
                session.console().out().print(CsvText.table(rows(reports)));
                session.console().out().flush();
                return ExitStatus.DONE;
            }
            if (!failedOnly) {
                overview(reports);
                links(reports);
            }
            troubles(reports);
            return ExitStatus.DONE;
        }
    }

    private void overview(List<Report> reports) {
        var console = session.console();
        console.say("status.reports", reports.size(), session.storeName());
        console.say("status.observations", reports.stream().mapToInt(Report::observations).sum(),
                reports.stream().mapToInt(Report::alarms).sum());
        count(reports, "status.by.outcome", each -> console.text("status." + each.status()));
        count(reports, "status.by.type", each -> console.text("type." + each.facts().type()));
        count(reports, "status.by.year", each -> each.facts().year() == null ? console.text("unknown")
                : each.facts().year().toString());
        count(reports, "status.by.region", each -> each.facts().region() == null ? console.text("unknown")
                : each.facts().region().fullName());
    }

    private void count(List<Report> reports, String key, Function<Report, String> by) {
        Map<String, Integer> counts = new TreeMap<>();
        reports.forEach(each -> counts.merge(by.apply(each), 1, Integer::sum));
        var largest = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey())).limit(12).forEach(each -> largest.put(each.getKey(), each.getValue()));
        var words = largest.entrySet().stream().map(each -> each.getKey() + " " + each.getValue()).toList();
        session.console().say(key, String.join("  ", words) + (counts.size() > largest.size() ? " …" : ""));
    }

    private void troubles(List<Report> reports) {
        var console = session.console();
        for (var report : reports) {
            if (report.status() == Document.Status.OK) {
                continue;
            }
            console.say("status.trouble", console.text("status." + report.status()), Printable.of(report.source()));
            report.problems().forEach(problem -> {
                console.say("status.problem", console.messages().problem(problem));
                console.say("status.remedy", console.messages().remedy(problem.kind()));
            });
        }
    }

    private void links(List<Report> reports) {
        var console = session.console();
        var linked = reports.stream().filter(each -> each.link() != null).toList();
        if (linked.isEmpty()) {
            return;
        }
        console.say("status.links", linked.size());
        linked.stream().limit(LINKS_NAMED).forEach(each -> {
            var link = java.util.Objects.requireNonNull(each.link());
            console.say("status.link." + link.relation(), Printable.of(each.source()), Printable.of(link.source()),
                    console.text("status.why." + link.why()));
        });
        if (linked.size() > LINKS_NAMED) {
            console.say("status.links.more", linked.size() - LINKS_NAMED);
        }
    }

    /// A row for each path and problem, for a spreadsheet.
    private List<List<String>> rows(List<Report> reports) {
        var console = session.console();
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("source", "doc_id", "status", "cause", "words", "place", "detail", "remedy"));
        for (var report : reports) {
            for (var problem : report.problems()) {
                for (var path : report.status() == Document.Status.OK ? List.<String>of() : report.sources()) {
                    rows.add(List.of(path, report.docId(), report.status().name().toLowerCase(Locale.ROOT),
                            problem.kind().name().toLowerCase(Locale.ROOT), console.text("problem." + problem.kind()),
                            problem.place(), problem.detail(), console.messages().remedy(problem.kind())));
                }
            }
        }
        return rows;
    }
}
