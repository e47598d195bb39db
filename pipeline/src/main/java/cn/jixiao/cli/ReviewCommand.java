package cn.jixiao.cli;

import cn.jixiao.document.Span;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.index.Records;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.review.ConflictException;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Corrections;
import cn.jixiao.review.Entry;
import cn.jixiao.review.GoldFiles;
import cn.jixiao.review.Offers;
import cn.jixiao.review.Reading;
import cn.jixiao.review.ReviewQueue;
import cn.jixiao.review.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `review ...`: what is worth a look, and what persons say about it.
@Command(name = "review")
final class ReviewCommand implements Runnable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private final Session session;

    @picocli.CommandLine.Spec
    private picocli.CommandLine.Model.CommandSpec spec = picocli.CommandLine.Model.CommandSpec.create();

    ReviewCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /// Who says it, and why.
    static final class Hand {
        @Option(names = "--why", paramLabel = "TEXT", descriptionKey = "review.why")
        private String why = "";

        @Option(names = "--who", paramLabel = "NAME", descriptionKey = "review.who")
        private @Nullable String who;

        @Option(names = "--saw", paramLabel = "ENTRY", descriptionKey = "review.saw")
        private @Nullable String saw;
    }

    @Command(name = "list")
    int list(@Parameters(paramLabel = "REPORT", arity = "0..*", descriptionKey = "review.report") @Nullable List<String> names,
            @Option(names = "--limit", paramLabel = "N", defaultValue = "20", descriptionKey = "review.limit") int limit,
            @Option(names = "--least", paramLabel = "RISK", defaultValue = "0.3", descriptionKey = "review.least") double least) {
        try (var records = session.records()) {
            var choice = new ReportChoice(records);
            var docIds = (names == null ? List.<String>of() : names).stream().map(each -> choice.report(each).docId()).toList();
            var filter = new ObservationFilter(docIds, List.of(), null, null, null, false, List.of(), null, null);
            var queue = ReviewQueue.of(records, session.corrections().standing(), filter, least, 0, limit);
            session.console().say("review.queue", queue.size());
            for (var item : queue.items()) {
                session.console().print(String.format(Locale.ROOT, "%3.0f%%  %s  %s  %s", item.risk().score() * 100, item.figure().id(),
                        item.figure().source(), item.risk().reasons().stream()
                                .map(each -> session.console().text("risk." + each)).collect(Collectors.joining(" "))));
                new ObservationLines(session).print(item.figure());
            }
            faults();
            return ExitStatus.DONE;
        }
    }

    @Command(name = "confirm")
    int confirm(@Parameters(paramLabel = "FIGURE", arity = "1..*", descriptionKey = "review.figure") List<String> ids, @Mixin Hand hand) {
        try (var records = session.records()) {
            for (var id : ids) {
                var it = figure(records, id);
                enter(records, hand, new Correction.Confirm(Targets.of(it.extraction().document(), it.figure()), Reading.of(it.figure())));
            }
        }
        return shown();
    }

    @Command(name = "reject")
    int reject(@Parameters(paramLabel = "FIGURE", arity = "1..*", descriptionKey = "review.figure") List<String> ids, @Mixin Hand hand) {
        try (var records = session.records()) {
            for (var id : ids) {
                var it = figure(records, id);
                enter(records, hand, new Correction.Reject(Targets.of(it.extraction().document(), it.figure()), Reading.of(it.figure())));
            }
        }
        return shown();
    }

    @Command(name = "correct")
    int correct(@Parameters(paramLabel = "FIGURE", descriptionKey = "review.figure") String id, @Mixin ReadingOptions options,
            @Mixin Hand hand) {
        try (var records = session.records()) {
            var it = figure(records, id);
            var seen = Reading.of(it.figure());
            var becomes = options.over(seen, session);
            if (becomes.equals(seen)) {
                throw new UserException("review.nothing", id);
            }
            enter(records, hand, new Correction.Correct(Targets.of(it.extraction().document(), it.figure()), seen, becomes));
        }
        return shown();
    }

    @Command(name = "add")
    int add(@Parameters(paramLabel = "REPORT", descriptionKey = "show.report") String name,
            @Parameters(paramLabel = "WORDS", descriptionKey = "review.words") String words,
            @Option(names = "--after", paramLabel = "TEXT", defaultValue = "", descriptionKey = "review.after") String after,
            @Mixin ReadingOptions options, @Mixin Hand hand) {
        try (var records = session.records()) {
            var extraction = new ReportChoice(records).extraction(name);
            var span = words(extraction, after, words);
            if (extraction.observations().stream().anyMatch(each -> each.evidence().span().start() == span.start())) {
                throw new UserException("review.read", words);
            }
            enter(records, hand, new Correction.Add(Targets.ofWords(extraction, span), options.fresh(extraction, session)));
        }
        return shown();
    }

    private static Span words(Extraction extraction, String after, String words) {
        var text = extraction.document().text();
        int at = text.indexOf(after + words);
        if (words.isBlank() || at < 0) {
            throw new UserException("review.words.none", after + words);
        }
        if (text.indexOf(after + words, at + 1) >= 0) {
            throw new UserException("review.words.several", after + words);
        }
        return new Span(at + after.length(), at + after.length() + words.length());
    }

    @Command(name = "undo")
    int undo(@Parameters(paramLabel = "ENTRY", descriptionKey = "review.entry") String id, @Mixin Hand hand) {
        try (var records = session.records()) {
            if (session.corrections().standing().entry(id).isEmpty()) {
                throw new UserException("review.entry.none", id);
            }
            enter(records, hand, new Correction.Undo(id));
        }
        return shown();
    }

    @Command(name = "log")
    int log(@Parameters(paramLabel = "REPORT", arity = "0..1", descriptionKey = "review.report") @Nullable String name) {
        try (var records = session.records()) {
            var docId = name == null ? null : new ReportChoice(records).report(name).docId();
            var standing = session.corrections().standing();
            for (var entry : standing.all()) {
                var target = standing.target(entry);
                if (docId == null || target.isPresent() && target.get().docId().equals(docId)) {
                    session.console().print(new EntryLine(session, standing).of(entry));
                }
            }
            faults();
            return ExitStatus.DONE;
        }
    }

    @Command(name = "lost")
    int lost(@Option(names = "--take", paramLabel = "ENTRY", split = ",", descriptionKey = "review.take") @Nullable List<String> take,
            @Mixin Hand hand) {
        try (var records = session.records()) {
            var standing = session.corrections().standing();
            for (var offer : Offers.of(records, standing)) {
                if (take != null && take.contains(offer.entry().id())) {
                    Offers.taken(offer, records).ifPresent(correction -> enter(records, hand, correction));
                } else if (take == null) {
                    session.console().print(new EntryLine(session, standing).of(offer.entry()));
                    session.console().print("    " + (offer.edition() == null ? session.console().text("review.lost")
                            : session.console().text("review.offered", offer.edition())));
                }
            }
        }
        return shown();
    }

    @Command(name = "export")
    int export(@Option(names = "--out", paramLabel = "FILE", required = true, descriptionKey = "review.export") Path file)
            throws IOException {
        session.console().tell("export.written", session.corrections().copy(file), file);
        return ExitStatus.DONE;
    }

    @Command(name = "import")
    int take(@Parameters(paramLabel = "FILE", descriptionKey = "review.import") Path file) throws IOException {
        session.requireWorkspace();
        var merged = session.corrections().merge(file);
        session.console().say("review.merged", merged.taken().size(), merged.known(), merged.refused().size());
        var lines = new EntryLine(session, session.corrections().standing());
        merged.refused().forEach(each -> session.console().print(lines.of(each)));
        return shown();
    }

    @Command(name = "gold")
    int gold(@Option(names = "--out", paramLabel = "FOLDER", required = true, descriptionKey = "review.gold") Path folder)
            throws IOException {
        try (var records = session.records()) {
            session.console().tell("review.gold.written",
                    GoldFiles.write(records, session.corrections().standing(), folder), folder);
            return ExitStatus.DONE;
        }
    }

    private record Chosen(Extraction extraction, Observation figure) {
    }

    private static Chosen figure(Records records, String id) {
        int colon = id.indexOf(':');
        var found = colon < 4 ? List.<cn.jixiao.index.Report>of() : records.find(id.substring(0, colon));
        return found.stream().map(each -> records.extraction(each.docId()).orElseThrow())
                .flatMap(each -> each.observations().stream().filter(its -> its.id().equals(id)).map(its -> new Chosen(each, its)))
                .findFirst().orElseThrow(() -> new UserException("review.figure.none", id));
    }

    private void enter(Records records, Hand hand, Correction correction) {
        session.requireWorkspace();
        Corrections corrections = session.corrections();
        var standing = corrections.standing();
        var saw = hand.saw;
        if (saw == null) {
            saw = switch (correction) {
                case Correction.OfNumber number -> standing.version(number.target().key());
                case Correction.OfFinding finding -> standing.version(finding.target().key());
                case Correction.Undo undo -> standing.entry(undo.entry()).flatMap(standing::target)
                        .map(each -> standing.version(each.key())).orElse("");
            };
        }
        try {
            var entry = corrections.enter(records, hand.who == null ? session.who() : hand.who, hand.why, saw, correction);
            session.console().print(entry.id());
        } catch (ConflictException e) {
            var lines = new EntryLine(session, corrections.standing());
            throw new UserException("review.conflict", e.since().stream().map(lines::of).collect(Collectors.joining("\n")));
        }
    }

    /// Brings the index up to the new entries.
    private int shown() {
        session.records().close();
        return ExitStatus.DONE;
    }

    private void faults() {
        session.corrections().faults().forEach(each -> session.console().tell(each.torn() ? "review.torn" : "review.broken",
                each.file(), each.line()));
    }

    /// One entry on one line.
    record EntryLine(Session session, cn.jixiao.review.Standing standing) {

        String of(Entry entry) {
            var what = standing.target(entry).map(each -> switch (each) {
                case cn.jixiao.review.Target.Number number -> number.anchor().source() + " “" + number.anchor().raw() + "”";
                case cn.jixiao.review.Target.OfFinding finding -> "#" + finding.name();
            }).orElse("");
            return "%s  %s  %s  %s%s  %s%s".formatted(entry.id(), DAY.format(entry.when()), entry.who(),
                    session.console().text("entry." + entry.correction().getClass().getSimpleName()), change(entry), what,
                    (entry.why().isEmpty() ? "" : "：" + entry.why())
                            + (standing.counts(entry) ? "" : "  " + session.console().text("entry.undone")));
        }

        private static String change(Entry entry) {
            return entry.correction() instanceof Correction.Correct correct ? " " + correct.changes() : "";
        }
    }
}
