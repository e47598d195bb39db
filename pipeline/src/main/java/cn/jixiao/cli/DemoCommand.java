package cn.jixiao.cli;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.export.ComparisonFormat;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.ingest.Settings;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `demo`: imports the bundled reports into a temporary workspace and walks through what came out.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {

    private final Session session;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var corpus = session.home().resolve("corpus/reports");
        if (!Files.isDirectory(corpus)) {
            throw new UserException("demo.corpus.missing", corpus);
        }
        var console = session.console();
        var workspace = Files.createTempDirectory("jixiao-demo");
        console.say("demo.begin", corpus);
        var account = session.importer(workspace, Settings.of(Runtime.getRuntime().availableProcessors()))
                .run(List.of(corpus.toString()), new ProgressLine(console));
        try (var records = session.records(workspace); var stream = records.observations(ObservationFilter.ALL)) {
            var observations = stream.toList();
            List<Finding> findings;
            try (var found = records.findings()) {
                findings = found.toList();
            }
            console.say("demo.read", account.entries().size() - account.unread().size(), observations.size(), findings.size());
            console.say("demo.observations");
            new ObservationLines(session).print(samples(observations));
            console.say("demo.compare");
            compare(records, observations);
            console.say("demo.finding");
            findings.stream().filter(each -> each.severity() == Finding.Severity.ERROR && !each.holds()).findFirst()
                    .ifPresent(each -> console.print("  " + each.source() + "\n  [" + each.rule() + "] " + each.message()));
        }
        next(workspace);
        return ExitStatus.DONE;
    }

    /// One sure figure each of different indicators and different kinds of file.
    private static List<Observation> samples(List<Observation> observations) {
        Set<String> endings = new HashSet<>();
        Set<String> indicators = new HashSet<>();
        var samples = new ArrayList<Observation>();
        for (var each : observations) {
            var ending = each.source().substring(each.source().lastIndexOf('.') + 1);
            if (each.indicator() != null && each.role() == Role.ACTUAL && each.confidence() >= 0.85 && samples.size() < 4
                    && !endings.contains(ending) && !indicators.contains(each.indicator())) {
                endings.add(ending);
                indicators.add(each.indicator());
                samples.add(each);
            }
        }
        return samples;
    }

    private void compare(Records records, List<Observation> observations) {
        var indicator = widest(observations);
        var years = observations.stream().filter(each -> each.year() != null).mapToInt(Observation::year).summaryStatistics();
        var comparison = session.comparer(records).compare(ComparisonQuery.of(indicator)
                .years(years.getMax() - 4, years.getMax()));
        session.console().print(ComparisonFormat.TABLE.write(comparison, session.labels()));
    }

    /// The count that the most counties tell for the most years.
    private static String widest(List<Observation> observations) {
        Map<String, Set<String>> cells = new TreeMap<>();
        for (var each : observations) {
            if (each.indicator() != null && each.quantity().kind() == Kind.COUNT && each.region() != null
                    && each.breakdown() == null && each.role() == Role.ACTUAL) {
                cells.computeIfAbsent(each.indicator(), id -> new HashSet<>()).add(each.region().code() + each.year());
            }
        }
        return cells.entrySet().stream().max(Map.Entry.comparingByValue((a, b) -> a.size() - b.size())).orElseThrow().getKey();
    }

    private void next(Path workspace) {
        var console = session.console();
        console.say("demo.next", workspace);
        for (var line : List.of("status -w " + workspace, "compare fund.execution_rate --by region --years 2020-2024 -w "
                + workspace, "search '农民工' -w " + workspace, "audit -w " + workspace, "ingest PATH...")) {
            console.print("  ./jixiao " + line);
        }
    }
}
