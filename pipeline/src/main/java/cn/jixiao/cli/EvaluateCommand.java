package cn.jixiao.cli;

import cn.jixiao.Pipeline;
import cn.jixiao.document.Source;
import cn.jixiao.evaluate.Evaluation;
import cn.jixiao.evaluate.Gold;
import cn.jixiao.evaluate.SavedRun;
import cn.jixiao.evaluate.Tally;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.ingest.FileList;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Observation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `evaluate GOLD [REPORTS...]`: precision, recall and F1 of extraction against annotated reports, either of those in
/// the workspace or, where reports are named, of those read afresh.
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "GOLD", descriptionKey = "evaluate.gold")
    private Path gold = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "REPORTS", descriptionKey = "evaluate.reports")
    private List<String> reports = List.of();

    @Option(names = "--misses", descriptionKey = "evaluate.misses")
    private boolean misses;

    @Option(names = "--save", paramLabel = "FILE", descriptionKey = "evaluate.save")
    private @Nullable Path save;

    @Option(names = "--compare", paramLabel = "FILE", descriptionKey = "evaluate.compare")
    private @Nullable Path compare;

    EvaluateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var golds = Gold.read(gold);
        if (golds.isEmpty()) {
            throw new UserException("evaluate.empty", gold);
        }
        var readings = observations();
        var evaluation = Evaluation.of(golds, readings::getOrDefault, readings::facts);
        print(evaluation);
        var run = SavedRun.of(evaluation);
        if (compare != null) {
            run.since(SavedRun.read(compare)).forEach(session.console()::print);
        }
        if (save != null) {
            run.write(save);
        }
        return ExitStatus.DONE;
    }

    private Readings observations() {
        if (!reports.isEmpty()) {
            return fresh();
        }
        try (var records = session.records()) {
            return stored(records);
        }
    }

    /// Observations by the stem of their file.
    private static final class Readings {
        private final Map<String, List<Observation>> byStem = new HashMap<>();
        private final Map<String, Facts> facts = new HashMap<>();

        void add(String source, Facts told) {
            facts.put(Gold.stem(source), told);
        }

        Optional<Facts> facts(String stem) {
            return Optional.ofNullable(facts.get(stem));
        }

        void add(Observation observation) {
            byStem.computeIfAbsent(Gold.stem(observation.source()), each -> new ArrayList<>()).add(observation);
        }

        List<Observation> getOrDefault(String stem) {
            return byStem.getOrDefault(stem, List.of());
        }
    }

    private Readings fresh() {
        var readings = new Readings();
        var pipeline = new Pipeline(session.dictionaries());
        FileList.of(reports).files().forEach(each -> {
            var read = pipeline.run(Source.ofFile(each.path(), each.file()));
            readings.add(read.document().source(), read.outline().facts());
            read.observations().forEach(readings::add);
        });
        return readings;
    }

    private static Readings stored(Records records) {
        var readings = new Readings();
        try (var all = records.observations(ObservationFilter.ALL)) {
            all.forEach(readings::add);
        }
        try (var reports = records.documents()) {
            reports.forEach(each -> readings.add(each.source(), each.facts()));
        }
        return readings;
    }

    private void print(Evaluation evaluation) {
        var console = session.console();
        console.say("evaluate.documents", evaluation.documents());
        console.print(line("value", evaluation.value()));
        console.print(line("fact", evaluation.fact()));
        evaluation.slices().forEach((name, tally) -> console.print(line(name, tally)));
        evaluation.accuracy().forEach((name, tally) -> console.print(String.format(Locale.ROOT, "%-42s %.4f  (%d of %d)", name,
                tally.precision(), tally.right(), tally.right() + tally.wrong())));
        console.say("evaluate.reliability");
        evaluation.reliability().forEach((tenth, tally) -> console.print(String.format(Locale.ROOT, "  %s  %5d  %.3f", tenth,
                tally.right() + tally.wrong(), tally.precision())));
        if (misses) {
            evaluation.misses().forEach(each -> console.print(each.document() + "  " + each.what() + "  " + each.raw() + "  "
                    + each.indicator() + "  | " + each.context().replaceAll("\\s+", " ")));
        }
    }

    private static String line(String name, Tally tally) {
        return String.format(Locale.ROOT, "%-42s P %.4f  R %.4f  F1 %.4f  (%d right, %d wrong, %d missed)", name,
                tally.precision(), tally.recall(), tally.f1(), tally.right(), tally.wrong(), tally.missed());
    }
}
