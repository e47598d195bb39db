package cn.jixiao.review;

import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What persons decided about the findings of one report, found again by the findings' names, or where another version
/// of the program laid the text out otherwise, by their rule and the places of their figures.
public final class Verdicts {

    private final Map<String, Entry> byName = new HashMap<>();
    private final List<Entry> lost = new ArrayList<>();

    private Verdicts() {
    }

    /// The last decision on each finding that counts.
    public static Verdicts of(Standing standing, Extraction extraction) {
        var verdicts = new Verdicts();
        var names = new HashMap<String, Finding>();
        extraction.findings().forEach(each -> names.put(FindingName.of(each), each));
        var entries = new ArrayList<>(standing.of(""));
        entries.addAll(standing.of(extraction.document().id()));
        var locator = new Locator(extraction.document().text());
        for (var entry : entries) {
            if (entry.correction() instanceof Correction.OfFinding decision) {
                verdicts.put(entry, decision.target(), names, extraction, locator);
            }
        }
        return verdicts;
    }

    /// Decisions on findings by their names alone.
    public static Verdicts byName(Standing standing) {
        var verdicts = new Verdicts();
        for (var each : standing.all()) {
            if (standing.counts(each) && each.correction() instanceof Correction.OfFinding decision) {
                verdicts.byName.put(decision.target().name(), each);
            }
        }
        return verdicts;
    }

    private void put(Entry entry, Target.OfFinding target, Map<String, Finding> names, Extraction extraction, Locator locator) {
        if (names.containsKey(target.name())) {
            byName.put(target.name(), entry);
            return;
        }
        var starts = target.operands().stream().map(locator::find).toList();
        var moved = starts.isEmpty() || starts.stream().anyMatch(Optional::isEmpty) ? Optional.<Finding>empty()
                : extraction.findings().stream().filter(each -> each.rule().equals(target.rule()))
                .filter(each -> places(each, extraction).equals(starts.stream().map(span -> span.orElseThrow().start()).toList()))
                .findFirst();
        moved.ifPresentOrElse(finding -> byName.put(FindingName.of(finding), entry), () -> {
            if (!target.docId().isEmpty() && !target.rule().startsWith("outlier.") && !target.rule().equals("conflict.edition")) {
                lost.add(entry);
            }
        });
    }

    private static List<Integer> places(Finding finding, Extraction extraction) {
        return finding.observations().stream().flatMap(id -> extraction.observations().stream()
                .filter(each -> each.id().equals(id))).map(each -> each.evidence().span().start()).toList();
    }

    /// Whether nothing was decided.
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    public Optional<Entry> of(Finding finding) {
        return Optional.ofNullable(byName.get(FindingName.of(finding)));
    }

    public boolean dismissed(Finding finding) {
        return of(finding).filter(each -> each.correction() instanceof Correction.DismissFinding).isPresent();
    }

    /// Decisions on findings that are not there any more.
    public List<Entry> lost() {
        return List.copyOf(lost);
    }
}
