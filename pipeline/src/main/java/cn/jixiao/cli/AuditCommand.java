package cn.jixiao.cli;

import cn.jixiao.check.Coverage;
import cn.jixiao.compare.AcrossReports;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.export.AuditPaper;
import cn.jixiao.export.Operands;
import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Finding;
import cn.jixiao.review.Correction;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Target;
import cn.jixiao.review.Targets;
import cn.jixiao.review.Verdicts;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--rules", paramLabel = "RULE,...", split = ",", descriptionKey = "audit.rules")
    private List<String> rules = List.of();

    @Option(names = "--without", paramLabel = "RULE,...", split = ",", descriptionKey = "audit.without")
    private List<String> without = List.of();

    @Option(names = "--list", descriptionKey = "audit.list")
    private boolean list;

    @Option(names = "--coverage", descriptionKey = "audit.coverage")
    private boolean coverage;

    @Option(names = "--format", paramLabel = "text|jsonl|xlsx", defaultValue = "text", descriptionKey = "audit.format")
    private Format format = Format.text;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "audit.out")
    private @Nullable Path out;

    @Option(names = "--pdf", paramLabel = "FILE", descriptionKey = "audit.pdf")
    private @Nullable Path pdf;

    @Option(names = "--dismiss", paramLabel = "FINDING", descriptionKey = "audit.dismiss")
    private @Nullable String dismiss;

    @Option(names = "--accept", paramLabel = "FINDING", descriptionKey = "audit.accept")
    private @Nullable String accept;

    @Option(names = "--reason", paramLabel = "TEXT", descriptionKey = "audit.reason")
    private @Nullable String reason;

    /// Spelled as on the command line.
    enum Format { text, jsonl, xlsx }

    AuditCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var relations = session.dictionaries().relations();
        if (list) {
            relations.rules().forEach(each -> session.console().print("%-32s %s：%s".formatted(each.name(), each.title(),
                    each.says())));
            return ExitStatus.DONE;
        }
        try (var records = session.records()) {
            var reviews = session.corrections().standing();
            if (dismiss != null || accept != null) {
                review(records);
                return ExitStatus.DONE;
            }
            var reports = reports(records);
            if (pdf != null) {
                draw(records, reports, reviews, relations, pdf);
                return ExitStatus.DONE;
            }
            switch (format) {
                case text -> print(records, reports, reviews, relations);
                case jsonl, xlsx -> write(lines(records, reports, reviews, relations), verdicts(records, reports, relations));
            }
            return ExitStatus.DONE;
        }
    }

    private List<Report> reports(Records records) {
        var reports = new ArrayList<Report>();
        if (names.isEmpty()) {
            try (var all = records.documents()) {
                all.forEach(reports::add);
            }
        } else {
            var choice = new ReportChoice(records);
            names.forEach(name -> reports.add(choice.report(name)));
        }
        return reports;
    }

    private void draw(Records records, List<Report> reports, Standing reviews, Relations relations, Path file)
            throws IOException {
        if (names.size() != 1) {
            throw new UserException("audit.pdf.one");
        }
        var extraction = records.extraction(reports.getFirst().docId()).orElseThrow();
        var verdicts = Verdicts.of(reviews, extraction);
        var alarms = extraction.findings().stream().filter(each -> !each.holds() && asked(each.rule())
                && !verdicts.dismissed(each)).toList();
        session.console().tell("audit.pdf.drawn", new AuditMarks(extraction, relations, session.console()).draw(alarms, file),
                alarms.size(), file);
    }

    /// Whether a rule was asked for: by its name, or by its family (`sum`).
    private boolean asked(String rule) {
        return (rules.isEmpty() || rules.stream().anyMatch(each -> named(rule, each)))
                && without.stream().noneMatch(each -> named(rule, each));
    }

    private static boolean named(String rule, String name) {
        return rule.equals(name) || rule.startsWith(name + ".");
    }

    private void print(Records records, List<Report> reports, Standing reviews, Relations relations) {
        var lines = new FindingLines(session.console());
        for (var report : reports) {
            var extraction = records.extraction(report.docId()).orElseThrow();
            var findings = extraction.findings().stream().filter(each -> asked(each.rule())).toList();
            if (!findings.isEmpty() || !names.isEmpty()) {
                session.console().print(report.source());
                lines.print(findings, passed, Verdicts.of(reviews, extraction));
            }
            if (coverage || passed && !names.isEmpty()) {
                Coverage.of(relations, extraction).stream().filter(each -> asked(each.rule())).forEach(each ->
                        session.console().print("  %s %s（%s）：%s".formatted(session.console().text("coverage." + each.state()),
                                each.title(), each.rule(), each.why())));
            }
        }
        if (names.isEmpty()) {
            var verdicts = Verdicts.byName(reviews);
            AcrossReports.of(records).stream().filter(each -> asked(each.rule()) && (passed || !verdicts.dismissed(each)))
                    .forEach(each -> session.console().print(lines.alarm(each, each.source() + " ", verdicts)));
        }
    }

    private List<AuditPaper.Line> lines(Records records, List<Report> reports, Standing reviews, Relations relations) {
        var operands = new Operands(records);
        var lines = new ArrayList<AuditPaper.Line>();
        for (var report : reports) {
            var extraction = operands.extraction(report.docId());
            var verdicts = Verdicts.of(reviews, extraction);
            extraction.findings().stream().filter(each -> asked(each.rule()) && (passed || !each.holds())).forEach(each ->
                    lines.add(new AuditPaper.Line(each, relations.title(each.rule()), operands.of(each),
                            verdicts.of(each).orElse(null))));
        }
        var verdicts = Verdicts.byName(reviews);
        if (names.isEmpty()) {
            AcrossReports.of(records).stream().filter(each -> asked(each.rule())).forEach(each -> lines.add(new AuditPaper.Line(each,
                    relations.title(each.rule()), operands.of(each), verdicts.of(each).orElse(null))));
        }
        return lines;
    }

    /// What became of every rule in every report; JSON lines tell it only where it was asked for.
    private List<AuditPaper.Verdict> verdicts(Records records, List<Report> reports, Relations relations) {
        var verdicts = new ArrayList<AuditPaper.Verdict>();
        if (format == Format.jsonl && !coverage && !passed) {
            return verdicts;
        }
        for (var report : reports) {
            Coverage.of(relations, records.extraction(report.docId()).orElseThrow()).stream().filter(each -> asked(each.rule()))
                    .forEach(each -> verdicts.add(new AuditPaper.Verdict(report.docId(), report.source(), each)));
        }
        return verdicts;
    }

    private void write(List<AuditPaper.Line> lines, List<AuditPaper.Verdict> verdicts) throws IOException {
        if (out == null) {
            if (format == Format.xlsx) {
                throw new UserException("audit.needs.out");
            }
            AuditPaper.jsonl(lines, verdicts, session.console().out());
            session.console().out().flush();
            return;
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            if (format == Format.xlsx) {
                AuditPaper.xlsx(lines, verdicts, stream);
            } else {
                AuditPaper.jsonl(lines, verdicts, stream);
            }
        }
        session.console().tell("export.written", lines.size(), out);
    }

    private void review(Records records) {
        session.requireWorkspace();
        var name = dismiss != null ? dismiss : java.util.Objects.requireNonNull(accept);
        if (reason == null || reason.isBlank()) {
            throw new UserException("audit.needs.reason");
        }
        var target = target(records, name);
        var standing = session.corrections().standing();
        session.corrections().enter(records, session.who(), reason, standing.version(target.key()), dismiss != null
                ? new Correction.DismissFinding(target) : new Correction.AcceptFinding(target));
        session.console().tell("audit.reviewed", name,
                session.console().text(dismiss != null ? "verdict.DISMISSED" : "verdict.ACCEPTED"));
    }

    private static Target.OfFinding target(Records records, String name) {
        Finding found;
        try (var findings = records.findings()) {
            found = findings.filter(each -> FindingName.of(each).equals(name)).findFirst().orElse(null);
        }
        if (found == null) {
            found = AcrossReports.of(records).stream().filter(each -> FindingName.of(each).equals(name)).findFirst()
                    .orElseThrow(() -> new UserException("audit.no.finding", name));
        }
        return Targets.of(records.extraction(found.docId()).orElseThrow(), found);
    }
}
