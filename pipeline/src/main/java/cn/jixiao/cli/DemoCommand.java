package cn.jixiao.cli;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.export.ComparisonFormat;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.ingest.Settings;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        var corpus = near(session.home().resolve("corpus/reports"));
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

    /// Seen from the working directory where that is shorter, for people to read.
    private static Path near(Path path) {
        var here = Path.of("").toAbsolutePath();
        return path.startsWith(here) ? here.relativize(path) : path;
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

    /// The counties of the prefecture that has the most reports, over the last five years told of them.
    private void compare(Records records, List<Observation> observations) {
        var prefecture = most(observations.stream().map(Observation::region).filter(Objects::nonNull)
                .filter(each -> each.level() == Region.Level.COUNTY && each.parent() != null).map(Region::parent));
        var told = observations.stream().filter(each -> each.region() != null && prefecture.equals(each.region().parent())
                && each.indicator() != null && each.year() != null && each.quantity().kind() == Kind.COUNT
                && each.breakdown() == null && each.role() == Role.ACTUAL).toList();
        var indicator = most(told.stream().map(each -> each.indicator() + " " + each.region().code() + " " + each.year())
                .distinct().map(each -> each.substring(0, each.indexOf(' '))));
        int last = told.stream().filter(each -> indicator.equals(each.indicator())).mapToInt(Observation::year).max().orElseThrow();
        var comparison = session.comparer(records).compare(ComparisonQuery.of(indicator).within(prefecture, null, null)
                .years(last - 4, last));
        session.console().print(ComparisonFormat.TABLE.write(comparison, session.labels()));
    }

    /// The most frequent word, the first by spelling among equals.
    private static String most(Stream<String> words) {
        return words.collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting())).entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow().getKey();
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
