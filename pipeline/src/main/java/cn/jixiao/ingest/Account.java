package cn.jixiao.ingest;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What became of every file of one import; the counts by outcome add up to [#entries()].
public final class Account {

    /// What became of one file.
    public enum Outcome { IMPORTED, PARTIAL, NEEDS_OCR, FAILED, UNCHANGED, DUPLICATE }

    /// One file and its outcome.
    ///
    /// @param problem the gravest problem, if any
    public record Entry(String path, Outcome outcome, Optional<Problem> problem) {

        static Entry of(Document document) {
            return new Entry(document.source(), outcome(document.status()), gravest(document));
        }

        static Entry unchanged(String path) {
            return new Entry(path, Outcome.UNCHANGED, Optional.empty());
        }

        static Entry duplicate(String path) {
            return new Entry(path, Outcome.DUPLICATE, Optional.empty());
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
            return document.problems().stream().max(java.util.Comparator.comparing(each -> each.kind().effect()));
        }
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<FileList.Unreachable> unreachable;

    /// @param unreachable paths that gave no files
    Account(List<FileList.Unreachable> unreachable) {
        this.unreachable = List.copyOf(unreachable);
    }

    void add(Entry entry) {
        entries.add(entry);
        counts.merge(entry.outcome(), 1, Integer::sum);
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /// Paths that gave no files at all.
    public List<FileList.Unreachable> unreachable() {
        return unreachable;
    }

    public int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /// Files that gave nothing usable, or wait for OCR.
    public List<Entry> unread() {
        return entries.stream().filter(each -> each.outcome() == Outcome.FAILED || each.outcome() == Outcome.NEEDS_OCR)
                .toList();
    }
}
