package cn.jixiao.cli;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Exclusion;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `explain REPORT`: why each number was read as it was, or left out.
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "REPORT", descriptionKey = "show.report")
    private String report = "";

    @Option(names = "--page", paramLabel = "N", descriptionKey = "explain.page")
    private @Nullable Integer page;

    @Option(names = "--number", paramLabel = "TEXT", descriptionKey = "explain.number")
    private @Nullable String number;

    ExplainCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        try (var records = session.records()) {
            var extraction = new ReportChoice(records).extraction(report);
            var lines = lines(extraction);
            lines.values().forEach(each -> each.forEach(session.console()::print));
            if (lines.isEmpty()) {
                session.console().tell("explain.none");
            }
            facts(extraction);
            return ExitStatus.DONE;
        }
    }

    private void facts(Extraction extraction) {
        if (page == null && number == null) {
            session.console().say("explain.facts", String.join(" ", extraction.outline().facts().rules()));
        }
    }

    private TreeMap<Span, List<String>> lines(Extraction extraction) {
        var lines = new TreeMap<Span, List<String>>();
        extraction.observations().stream().filter(each -> wanted(extraction, each.evidence().span(), each.raw()))
                .forEach(each -> lines.computeIfAbsent(each.evidence().span(), span -> new ArrayList<>()).addAll(read(each)));
        extraction.mentions().exclusions().stream().filter(each -> wanted(extraction, each.span(), each.raw()))
                .forEach(each -> lines.computeIfAbsent(each.span(), span -> new ArrayList<>()).add(left(extraction, each)));
        return lines;
    }

    private boolean wanted(Extraction extraction, Span span, String raw) {
        var on = extraction.document().layout().page(span);
        return (page == null || on.isPresent() && on.getAsInt() == page) && (number == null || raw.contains(number));
    }

    private List<String> read(Observation o) {
        var q = o.quantity();
        var console = session.console();
        return List.of(console.text("explain.read", o.raw(), q.comparator().symbol() + q.value().toPlainString() + " " + q.unit(),
                        o.indicator() == null ? console.text("indicator.none") : o.indicator(), o.label()),
                console.text("explain.rules", String.join(" ", o.rules()), Math.round(o.confidence() * 100)));
    }

    private String left(Extraction extraction, Exclusion exclusion) {
        var text = extraction.document().text();
        var around = text.substring(Math.max(0, exclusion.span().start() - 12),
                Math.min(text.length(), exclusion.span().end() + 12)).replaceAll("\\s+", " ");
        return session.console().text("explain.left", exclusion.raw(), exclusion.rule(), around);
    }
}
