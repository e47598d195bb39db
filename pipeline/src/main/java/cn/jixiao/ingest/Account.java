package cn.jixiao.ingest;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of every file of one import. An archive counts as the files in it; so the counts by outcome add up to
/// the files found, without the archives, with their members.
public final class Account {

    /// What became of one file.
    public enum Outcome {
        IMPORTED,
        /// Read before; its records were made anew from the stored text.
        RENEWED,
        PARTIAL,
        NEEDS_OCR,
        FAILED,
        UNCHANGED,
        /// Failed before, and did not change since.
        STILL_FAILED,
        /// The same bytes as another file.
        DUPLICATE,
        /// The same bytes as a file that is gone: moved or renamed.
        MOVED
    }

    /// One file and its outcome.
    ///
    /// @param problem the gravest problem, if any
    public record Entry(String path, Outcome outcome, Optional<Problem> problem) {

        static Entry of(Document document) {
            return new Entry(document.source(), outcome(document.status()), gravest(document));
        }

        static Entry of(String path, Outcome outcome) {
            return new Entry(path, outcome, Optional.empty());
        }

        private static Outcome outcome(Document.Status status) {
            return switch (status) {
                case OK -> Outcome.IMPORTED;
                case PARTIAL -> Outcome.PARTIAL;
                case NEEDS_OCR -> Outcome.NEEDS_OCR;
                case FAILED -> Outcome.FAILED;
            };
        }

        private static Optional<Problem> gravest(Document document) {
            return document.problems().stream().max(Comparator.comparing(each -> each.kind().effect()));
        }

        /// Whether it gave nothing usable, or waits for OCR.
        public boolean unread() {
            return switch (outcome) {
                case FAILED, NEEDS_OCR, STILL_FAILED -> true;
                case IMPORTED, RENEWED, PARTIAL, UNCHANGED, DUPLICATE, MOVED -> false;
            };
        }
    }

    private final int found;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<FileList.Unreachable> unreachable;
    private final List<String> gone = new ArrayList<>();
    private int archives;
    private int members;
    private boolean stopped;

    Account(FileList list) {
        this.found = list.files().size();
        this.unreachable = list.unreachable();
    }

    void add(Entry entry) {
        entries.add(entry);
        counts.merge(entry.outcome(), 1, Integer::sum);
    }

    /// A file found was an archive that could be opened.
    void archive() {
        archives++;
    }

    /// So many files were in an archive.
    void members(int files) {
        members += files;
    }

    void gone(String path) {
        gone.add(path);
    }

    void stopped() {
        stopped = true;
    }

    /// In the order of their paths.
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Files on disk, archives among them.
    public int found() {
        return found;
    }

    /// How many of the files found were archives that could be opened.
    public int archives() {
        return archives;
    }

    /// How many files these archives held.
    public int members() {
        return members;
    }

    /// Paths that gave no files at all.
    public List<FileList.Unreachable> unreachable() {
        return unreachable;
    }

    /// Paths whose files are no longer in the folders that were imported; their records went with them.
    public List<String> gone() {
        return List.copyOf(gone);
    }

    /// Whether the import was asked to stop before its end.
    public boolean wasStopped() {
        return stopped;
    }

    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /// Files that gave nothing usable, or wait for OCR.
    public List<Entry> unread() {
        return entries.stream().filter(Entry::unread).toList();
    }
}
