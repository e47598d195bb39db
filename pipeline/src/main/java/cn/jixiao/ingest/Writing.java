package cn.jixiao.ingest;

import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.WorkspaceWriter;
import cn.jixiao.ingest.Account.Entry;
import cn.jixiao.ingest.Account.Outcome;
import cn.jixiao.ingest.FileReading.Result;
import java.util.HashSet;
import java.util.Set;

/// Puts what was read into the workspace and into the account, and makes it lasting now and then. One call at a time, in
/// the order of the paths.
final class Writing {

    private static final String MEMBER = Passing.MEMBER;

    /// How long what was read may wait to be made lasting. Each commit writes a segment that must be merged later.
    private static final long COMMIT_NANOS = 20_000_000_000L;

    private final WorkspaceWriter writer;
    private final Passing passing;
    private final int commitEvery;
    private final Account account;
    private final Progress progress;
    private final Set<String> gone;
    private final Set<String> put = new HashSet<>();
    private int uncommitted;
    private long committed = System.nanoTime();

    /// @param gone paths whose files are no longer there: what held the content of one has moved
    Writing(WorkspaceWriter writer, Passing passing, int commitEvery, Account account, Progress progress, Set<String> gone) {
        this.writer = writer;
        this.passing = passing;
        this.commitEvery = commitEvery;
        this.account = account;
        this.progress = progress;
        this.gone = gone;
    }

    void known(Result.Known known) {
        passing.account(known.entry(), account, progress);
        commit();
    }

    void read(Result.Read read) {
        account(entered(read));
        written(read.entry().path());
        commit();
    }

    /// Whether the content is still in, and this path now is another of its paths.
    boolean again(SourceEntry entry) {
        if (!writer.contains(entry.docId())) {
            return false;
        }
        account(duplicate(entry));
        written(entry.path());
        commit();
        return true;
    }

    void archive(SourceEntry entry) {
        writer.archive(entry);
        uncommitted++;
        account.archive();
        commit();
    }

    /// Takes out a path whose file is gone.
    void forget(String path) {
        writer.forget(path);
        account.gone(path);
    }

    private void account(Entry entry) {
        account.add(entry);
        progress.done(entry);
    }

    private Entry duplicate(SourceEntry entry) {
        var outcome = writer.source(entry.path()).filter(before -> before.docId().equals(entry.docId())).isPresent()
                ? Outcome.UNCHANGED
                : gone.containsAll(writer.holding(entry.docId()).stream().map(SourceEntry::path).toList())
                ? Outcome.MOVED : Outcome.DUPLICATE;
        writer.also(entry);
        uncommitted++;
        return Entry.of(entry.path(), outcome);
    }

    private Entry entered(Result.Read read) {
        if (!put.add(read.entry().docId())) {
            if (read.entry().state() == SourceEntry.State.REPORT) {
                return duplicate(read.entry());
            }
            writer.also(read.entry());
        } else {
            read.put().run();
        }
        uncommitted++;
        var entry = Entry.of(read.document());
        return read.renewed() && entry.outcome() == Outcome.IMPORTED ? Entry.of(read.entry().path(), Outcome.RENEWED)
                : new Entry(read.entry().path(), entry.outcome(), entry.problem());
    }

    /// A path that was an archive and is none any more has no members.
    private void written(String path) {
        if (!path.contains(MEMBER)) {
            writer.sources(path + MEMBER).forEach(member -> forget(member.path()));
        }
    }

    private void commit() {
        if (uncommitted >= commitEvery || uncommitted > 0 && System.nanoTime() - committed > COMMIT_NANOS) {
            writer.commit();
            uncommitted = 0;
            committed = System.nanoTime();
        }
    }
}
