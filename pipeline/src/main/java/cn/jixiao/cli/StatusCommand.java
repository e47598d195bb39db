package cn.jixiao.cli;

import cn.jixiao.document.Document;
import cn.jixiao.index.Report;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
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

    @Option(names = "--failed", descriptionKey = "status.failed")
    private boolean failedOnly;

    StatusCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var records = session.records(); var all = records.documents()) {
            var reports = all.toList();
            if (!failedOnly) {
                overview(reports);
            }
            troubles(reports);
            return ExitStatus.DONE;
        }
    }

    private void overview(List<Report> reports) {
        var console = session.console();
        console.say("status.reports", reports.size(), session.workspace());
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
            console.say("status.trouble", console.text("status." + report.status()), report.source());
            report.problems().forEach(problem -> {
                console.say("status.problem", console.messages().problem(problem));
                console.say("status.remedy", console.messages().remedy(problem.kind()));
            });
        }
    }
}
