package cn.jixiao.cli;

import cn.jixiao.export.EvidencePage;
import cn.jixiao.observation.Extraction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `show REPORT`: one report's outline and observations with their evidence; `--html` as a page;
/// `--draw` its PDF with boxes around what was read.
@Command(name = "show")
final class ShowCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "REPORT", descriptionKey = "show.report")
    private String report = "";

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "show.html")
    private @Nullable Path html;

    @Option(names = "--draw", paramLabel = "FOLDER", descriptionKey = "show.draw")
    private @Nullable Path drawings;

    ShowCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        try (var records = session.records()) {
            var extraction = new ReportChoice(records).extraction(report);
            if (html != null) {
                Files.writeString(html, EvidencePage.of(extraction, session::indicatorName));
                session.console().tell("show.written", html);
            }
            if (drawings != null) {
                session.console().tell("show.drawn", new PageDrawings(extraction, drawings).draw(), drawings);
            }
            if (html == null && drawings == null) {
                print(extraction);
            }
            return ExitStatus.DONE;
        }
    }

    private void print(Extraction extraction) {
        var console = session.console();
        var facts = extraction.outline().facts();
        console.print(facts.title() == null ? extraction.document().source() : facts.title());
        console.say("show.source", extraction.document().source());
        console.say("show.type", console.text("type." + facts.type()));
        console.say("show.agency", known(facts.agency()));
        if (facts.evaluator() != null) {
            console.say("show.evaluator", facts.evaluator());
        }
        console.say("show.region", facts.region() == null ? console.text("unknown")
                : facts.region().fullName() + " " + facts.region().code());
        console.say("show.period", facts.period() == null ? known(facts.year()) : facts.period());
        extraction.document().problems().forEach(each -> console.say("status.problem", console.messages().problem(each)));
        console.say("show.outline");
        extraction.outline().sections().forEach(section ->
                console.print("  ".repeat(section.level()) + section.number() + section.title()));
        if (!extraction.outline().projects().isEmpty()) {
            console.say("show.projects");
            extraction.outline().projects().forEach(project -> console.print("  " + project.name()));
        }
        console.say("show.observations", extraction.observations().size());
        new ObservationLines(session).print(extraction.observations());
        new FindingLines(console).print(extraction.findings(), false);
    }

    private String known(@Nullable Object value) {
        return value == null ? session.console().text("unknown") : value.toString();
    }
}
