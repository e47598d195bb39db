package cn.jixiao.review;

import cn.jixiao.check.Checker;
import cn.jixiao.index.Overlay;
import cn.jixiao.index.Records;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.record.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What persons said about the reports of a workspace: reads the journal, takes new entries, and is the overlay that the
/// index lays over what it stores. That is the one place where corrections take effect; whoever reads records, by
/// whatever way, reads them corrected.
///
/// Instances may be used by several threads, and several may serve one workspace, in other processes too.
public final class Corrections implements Overlay {

    private final Journal journal;
    private final EarlierReviews earlier;
    private final Clock clock;
    private final Supplier<Checker> checker;
    private @Nullable Snapshot latest;

    /// @param workspace the folder that holds the index
    /// @param clock tells when an entry is made
    /// @param checker checks a report again after its figures changed; asked for when the first one did
    public Corrections(Path workspace, Clock clock, Supplier<Checker> checker) {
        this.journal = new Journal(workspace.resolve("corrections.jsonl"));
        this.earlier = new EarlierReviews(workspace.resolve("reviews.jsonl"));
        this.clock = clock;
        this.checker = checker;
    }

    /// The journal at one moment.
    private record Snapshot(String state, Journal.Contents contents, Standing standing) {
    }

    /// What counts now.
    ///
    /// @throws UncheckedIOException if the journal is there and cannot be read
    public Standing standing() {
        return snapshot().standing();
    }

    /// Lines of the journal that cannot be read.
    public List<JournalFault> faults() {
        return snapshot().contents().faults();
    }

    private synchronized Snapshot snapshot() {
        try {
            var state = journal.state();
            while (latest == null || !latest.state().equals(state)) {
                var contents = journal.read();
                var after = journal.state();
                // What somebody appended meanwhile must not pass for read.
                if (after.equals(state)) {
                    latest = new Snapshot(state, contents, standing(contents));
                }
                state = after;
            }
            return latest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Standing standing(Journal.Contents contents) throws IOException {
        var all = new ArrayList<>(earlier.entries());
        all.addAll(contents.entries());
        return new Standing(all);
    }

    /// Takes an entry.
    ///
    /// @param records the workspace as the person saw it
    /// @param saw the last entry about it that they saw, see [Standing#version(String)]
    /// @return the entry as it stands in the journal, on the disk
    /// @throws ConflictException if it is no longer what they saw; nothing is written
    /// @throws UncheckedIOException if the journal cannot be written
    public Entry enter(Records records, String who, String why, String saw, Correction correction) {
        try {
            return journal.append(contents -> {
                try {
                    var standing = standing(contents);
                    unchanged(records, standing, saw, correction);
                    return List.of(Entry.of(who, clock.instant().truncatedTo(ChronoUnit.MILLIS), why, saw, correction));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the journal's entries to a file that another workspace can take.
    ///
    /// @return how many there are
    public int copy(Path file) throws IOException {
        var text = new StringBuilder();
        var entries = snapshot().contents().entries();
        entries.forEach(each -> text.append(new String(Json.bytes(each), StandardCharsets.UTF_8)).append('\n'));
        Files.writeString(file, text);
        return entries.size();
    }

    /// What became of another journal's entries.
    ///
    /// @param taken those that now stand here too
    /// @param known how many stood here already
    /// @param refused those about something that somebody else decided about here
    public record Merged(List<Entry> taken, int known, List<Entry> refused) {
    }

    /// Takes over the entries of another journal, as when two people reviewed copies of one workspace. Entries are known
    /// again by what they say, so that taking the same journal twice changes nothing.
    ///
    /// @throws IOException if it cannot be read, or a line of it is broken
    public Merged merge(Path other) throws IOException {
        var contents = new Journal(other).read();
        if (!contents.faults().isEmpty()) {
            throw new IOException(other + ":" + contents.faults().getFirst().line() + ": no entry of a journal");
        }
        var theirs = new Standing(contents.entries());
        var known = new int[1];
        var refused = new ArrayList<Entry>();
        var taken = journal.append(ours -> {
            try {
                return news(standing(ours), theirs, known, refused);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return new Merged(taken, known[0], refused);
    }

    private static List<Entry> news(Standing ours, Standing theirs, int[] known, List<Entry> refused) {
        var taken = new ArrayList<Entry>();
        for (var each : theirs.all()) {
            if (ours.entry(each.id()).isPresent()) {
                known[0]++;
                continue;
            }
            var key = theirs.target(each).map(Target::key).orElse("");
            boolean theirsHoldsOurs = theirs.history(key).containsAll(ours.history(key));
            (theirsHoldsOurs && !key.isEmpty() ? taken : refused).add(each);
        }
        return taken;
    }

    private static void unchanged(Records records, Standing standing, String saw, Correction correction) {
        switch (correction) {
            case Correction.OfNumber number -> unchanged(number, standing, saw, figure(records, standing, number.target()));
            case Correction.OfFinding finding -> unchanged(finding.target(), standing, saw, null);
            case Correction.Undo undo -> {
                var target = standing.entry(undo.entry()).flatMap(standing::target)
                        .orElseThrow(() -> new IllegalArgumentException("no entry " + undo.entry()));
                unchanged(target, standing, saw, null);
            }
        }
    }

    private static void unchanged(Correction.OfNumber correction, Standing standing, String saw, @Nullable Reading now) {
        unchanged(correction.target(), standing, saw, now);
        boolean same = switch (correction) {
            case Correction.Confirm confirm -> confirm.seen().equals(now);
            case Correction.Correct correct -> correct.seen().equals(now);
            case Correction.Reject reject -> reject.seen().equals(now);
            case Correction.Add ignored -> now == null;
        };
        if (!same) {
            throw new ConflictException(correction.target().key(), List.of(), now);
        }
    }

    private static void unchanged(Target target, Standing standing, String saw, @Nullable Reading now) {
        if (standing.version(target.key()).equals(saw)) {
            return;
        }
        var history = standing.history(target.key());
        var ids = history.stream().map(Entry::id).toList();
        throw new ConflictException(target.key(), history.subList(ids.lastIndexOf(saw) + 1, history.size()), now);
    }

    /// The figure that an entry is about, as it stands now.
    private static @Nullable Reading figure(Records records, Standing standing, Target.Number target) {
        var read = records.asRead(target.docId());
        if (read.isEmpty()) {
            return null;
        }
        var entries = standing.of(target.docId());
        return find(Replay.of(read.get(), entries).observations(), read.get(), target).map(Reading::of).orElse(null);
    }

    private static Optional<Observation> find(List<Observation> observations, Extraction read, Target.Number target) {
        return new Locator(read.document().text()).find(target.anchor()).flatMap(span -> observations.stream()
                .filter(each -> each.evidence().span().overlaps(span) && Targets.part(each) == target.part())
                .findFirst());
    }

    @Override
    public Layer now() {
        return new JournalLayer();
    }

    /// The journal as a layer; it is read when somebody asks for more than its state.
    private final class JournalLayer implements Layer {

        private final Snapshot taken = snapshot();

        @Override
        public String state() {
            return taken.state();
        }

        @Override
        public boolean follows(String state) {
            try {
                return journal.follows(state);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Set<String> since(String state) {
            long from = follows(state) ? Journal.bytes(state) : 0;
            return taken.contents().lines().stream().filter(each -> each.end() > from).map(Journal.Line::entry)
                    .flatMap(each -> taken.standing().target(each).stream()).map(Target::docId).collect(Collectors.toSet());
        }

        @Override
        public Extraction over(Extraction read) {
            var result = Replay.of(read, taken.standing().of(read.document().id()));
            if (!result.changed()) {
                return read;
            }
            var findings = checker.get().check(read.document(), read.outline(), result.observations());
            return new Extraction(read.document(), read.outline(), read.mentions(), result.observations(), findings);
        }
    }
}
