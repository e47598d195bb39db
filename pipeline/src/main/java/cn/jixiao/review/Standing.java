package cn.jixiao.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What of a journal counts: all entries but those undone by entries that count.
public final class Standing {

    private final List<Entry> all;
    private final Set<String> undone = new HashSet<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<String, List<Entry>> byReport = new HashMap<>();
    private final Map<String, List<Entry>> byKey = new HashMap<>();

    Standing(List<Entry> entries) {
        this.all = List.copyOf(entries);
        all.forEach(each -> byId.putIfAbsent(each.id(), each));
        for (var each : all.reversed()) {
            if (each.correction() instanceof Correction.Undo undo && !undone.contains(each.id())) {
                undone.add(undo.entry());
            }
        }
        for (var each : all) {
            target(each).ifPresent(target -> {
                byKey.computeIfAbsent(target.key(), key -> new ArrayList<>()).add(each);
                if (counts(each) && !(each.correction() instanceof Correction.Undo)) {
                    byReport.computeIfAbsent(target.docId(), id -> new ArrayList<>()).add(each);
                }
            });
        }
    }

    /// Every entry, oldest first.
    public List<Entry> all() {
        return all;
    }

    public Optional<Entry> entry(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public boolean counts(Entry entry) {
        return !undone.contains(entry.id());
    }

    /// What an entry is about; an undoing is about what it undoes. Empty where the journal lacks the undone entry.
    public Optional<Target> target(Entry entry) {
        var passed = new HashSet<String>();
        var at = entry;
        while (at != null && passed.add(at.id())) {
            switch (at.correction()) {
                case Correction.OfNumber number -> {
                    return Optional.of(number.target());
                }
                case Correction.OfFinding finding -> {
                    return Optional.of(finding.target());
                }
                case Correction.Undo undo -> at = byId.get(undo.entry());
            }
        }
        return Optional.empty();
    }

    /// The entries that count for a report, oldest first, undoings left out.
    public List<Entry> of(String docId) {
        return byReport.getOrDefault(docId, List.of());
    }

    /// The reports about which something counts.
    public Set<String> reports() {
        return Set.copyOf(byReport.keySet());
    }

    /// Everything that was ever said about one thing, oldest first, undoings too.
    public List<Entry> history(String key) {
        return byKey.getOrDefault(key, List.of());
    }

    /// The last entry about one thing that counts, undoings left out: the one that undoing takes back.
    public Optional<Entry> deciding(String key) {
        return history(key).reversed().stream().filter(each -> counts(each) && !(each.correction() instanceof Correction.Undo)).findFirst();
    }

    /// The figures of a report that are no figures, by the entries that say so.
    public List<Entry> rejected(String docId) {
        return of(docId).stream().filter(each -> each.correction() instanceof Correction.Reject reject
                && deciding(reject.target().key()).filter(each::equals).isPresent()).toList();
    }

    /// What a person who decides now must have seen: the last entry about it, empty for none.
    public String version(String key) {
        var history = history(key);
        return history.isEmpty() ? "" : history.getLast().id();
    }
}
