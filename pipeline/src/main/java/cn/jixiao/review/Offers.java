package cn.jixiao.review;

import cn.jixiao.index.Records;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Entries that no longer have a place, and what could be done with them: the report is not in the workspace any more, its
/// text lost the words, or another edition of it is there in which the same words stand between the same words. An entry
/// is never carried over to another edition by itself; a person takes it over, as an entry of their own.
public final class Offers {

    private Offers() {
    }

    /// One entry without a place.
    ///
    /// @param edition the report in which its words were found, or null
    public record Offer(Entry entry, Target target, @Nullable String edition) {
    }

    public static List<Offer> of(Records records, Standing standing) {
        var editions = editions(records);
        var offers = new ArrayList<Offer>();
        for (var docId : new TreeSet<>(standing.reports())) {
            if (docId.isEmpty()) {
                continue;
            }
            var read = records.asRead(docId);
            var edition = editions.get(docId);
            var lost = read.isEmpty() ? standing.of(docId) : new ArrayList<>(Replay.of(read.get(), standing.of(docId)).lost());
            if (read.isPresent()) {
                lost.addAll(Verdicts.of(standing, records.extraction(docId).orElseThrow()).lost());
            }
            var wanted = edition == null ? lost : standing.of(docId);
            for (var entry : wanted) {
                offer(entry, standing, records, read.isEmpty() ? byPath(records, entry, standing) : edition, lost.contains(entry))
                        .ifPresent(offers::add);
            }
        }
        return List.copyOf(offers);
    }

    private static java.util.Optional<Offer> offer(Entry entry, Standing standing, Records records, @Nullable String edition,
            boolean lost) {
        var target = standing.target(entry).orElseThrow();
        var place = edition == null || !(target instanceof Target.Number number) ? null : moved(number, records, edition);
        if (place != null && standing.history(place.key()).isEmpty()) {
            return java.util.Optional.of(new Offer(entry, target, edition));
        }
        return lost ? java.util.Optional.of(new Offer(entry, target, null)) : java.util.Optional.empty();
    }

    /// The same number in another edition, or null.
    static Target.@Nullable Number moved(Target.Number target, Records records, String edition) {
        var read = records.asRead(edition);
        if (read.isEmpty()) {
            return null;
        }
        return new Locator(read.get().document().text()).find(target.anchor())
                .map(span -> new Target.Number(Anchor.of(read.get().document(), span), target.part())).orElse(null);
    }

    /// The reports that count in others' stead.
    private static Map<String, String> editions(Records records) {
        var editions = new HashMap<String, String>();
        records.links().forEach((docId, link) -> editions.put(docId, link.docId()));
        return editions;
    }

    /// What now lies at the path of a report that is gone.
    private static @Nullable String byPath(Records records, Entry entry, Standing standing) {
        if (!(standing.target(entry).orElseThrow() instanceof Target.Number number)) {
            return null;
        }
        try (var sources = records.sources()) {
            return sources.filter(each -> each.path().equals(number.anchor().source())).map(each -> each.docId())
                    .findFirst().orElse(null);
        }
    }

    /// What a person who takes an offer over says of the other edition.
    ///
    /// @return the correction there, or empty where the words are gone, or nothing is read there any more that could be
    ///         confirmed or rejected
    public static java.util.Optional<Correction> taken(Offer offer, Records records) {
        if (offer.edition() == null || !(offer.entry().correction() instanceof Correction.OfNumber correction)) {
            return java.util.Optional.empty();
        }
        var target = moved(correction.target(), records, offer.edition());
        if (target == null) {
            return java.util.Optional.empty();
        }
        var there = records.extraction(offer.edition()).orElseThrow().observations().stream()
                .filter(each -> each.evidence().span().start() == target.anchor().span().start()
                        && Targets.part(each) == target.part()).findFirst().orElse(null);
        return java.util.Optional.ofNullable(taken(correction, target, there));
    }

    private static @Nullable Correction taken(Correction.OfNumber correction, Target.Number target, @Nullable Observation there) {
        var now = there == null ? null : Reading.of(there);
        return switch (correction) {
            case Correction.Confirm confirm when now == null -> new Correction.Add(target, confirm.seen());
            case Correction.Confirm confirm -> confirm.seen().equals(now) ? new Correction.Confirm(target, now)
                    : new Correction.Correct(target, now, confirm.seen());
            case Correction.Correct correct when now == null -> new Correction.Add(target, correct.becomes());
            case Correction.Correct correct -> new Correction.Correct(target, now, now.changed(correct.seen(), correct.becomes()));
            case Correction.Add add -> now == null ? new Correction.Add(target, add.becomes())
                    : new Correction.Correct(target, now, add.becomes());
            case Correction.Reject ignored -> now == null ? null : new Correction.Reject(target, now);
        };
    }
}
