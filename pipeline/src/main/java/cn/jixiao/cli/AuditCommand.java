package cn.jixiao.cli;

import cn.jixiao.index.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `audit [REPORT...]`: where the arithmetic of reports does not hold.
@Command(name = "audit")
final class AuditCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "REPORT", arity = "0..*", descriptionKey = "audit.report")
    private List<String> names = List.of();

    @Option(names = "--passed", descriptionKey = "audit.passed")
    private boolean passed;

    AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var records = session.records()) {
            var choice = new ReportChoice(records);
            var reports = new ArrayList<Report>();
            if (names.isEmpty()) {
                try (var all = records.documents()) {
                    all.forEach(reports::add);
                }
            } else {
                names.forEach(name -> reports.add(choice.report(name)));
            }
            for (var report : reports) {
                var findings = records.extraction(report.docId()).orElseThrow().findings();
                if (!findings.isEmpty() || !names.isEmpty()) {
                    session.console().print(report.source());
                    new FindingLines(session.console()).print(findings, passed);
                }
            }
            return ExitStatus.DONE;
        }
    }
}
