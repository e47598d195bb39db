package cn.jixiao.observe;

import cn.jixiao.dictionary.TermPattern;
import cn.jixiao.observation.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Chooses the indicator of a number from the words around it.
///
/// A term counts by its length, by where it stands and by how near to the number it ends. A term that many domains
/// share counts only with one of its `near` words about, the more the nearer that stands. Kind and unit must fit, and
/// no word of the indicator's `unless` may stand in the number's own clause.
final class Chooser {

    private static final double OWN_MEANING = 2;
    private static final double SHARED_MEANING = 1.6;
    private static final double LEAST = 2.2;
    private static final double WEAK_VERB = 2.25;
    private static final double NARROWER = 0.7;
    private static final double PER_CHARACTER_AWAY = 0.12;
    private static final double PER_CHARACTER_BETWEEN = 0.05;

    private final Lexicon lexicon;

    Chooser(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// @param zones by weight, the label first
    Optional<Choice> choose(Kind kind, String unit, List<Zone> zones) {
        var inside = zones.stream().map(zone -> zone.hits().in(zone.from(), zone.to())).toList();
        var nearness = nearness(zones, inside);
        var own = ownWords(zones, inside);
        boolean foreign = foreign(zones, inside);
        Choice best = null;
        for (int i = 0; i < zones.size(); i++) {
            var zone = zones.get(i);
            if (!zone.telling()) {
                continue;
            }
            for (var found : matches(inside.get(i))) {
                var indicator = found.term().indicator();
                if (indicator.kind() != kind || !indicator.units().contains(unit)
                        || lexicon.unless(indicator).intersects(own) || foreign && vague(found.term(), nearness)) {
                    continue;
                }
                var choice = weigh(found, zone, nearness);
                if (choice.score() >= LEAST && (best == null || better(choice, best))) {
                    best = choice;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// Whether the sentence speaks of something that no indicator here is about.
    private boolean foreign(List<Zone> zones, List<List<Hits.Hit>> inside) {
        var topics = lexicon.list("foreign_topic");
        for (int i = 0; i < zones.size(); i++) {
            for (var hit : zones.get(i).weight() >= 0.7 ? inside.get(i) : List.<Hits.Hit>of()) {
                if (topics.get(hit.word())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean vague(Lexicon.Term term, Map<Integer, Double> nearness) {
        boolean near = nearest(term, nearness) >= 0.85;
        return term.indicator().kind() == Kind.COUNT && (term.near().isEmpty() ? term.length() <= 2 : !near);
    }

    /// The best weight of a word that supports the term; 0 where none is about. Few words are, and many would do.
    private static double nearest(Lexicon.Term term, Map<Integer, Double> nearness) {
        double nearest = 0;
        for (var each : nearness.entrySet()) {
            if (each.getValue() > nearest && term.near().get(each.getKey())) {
                nearest = each.getValue();
            }
        }
        return nearest;
    }

    /// Whether nothing but a word that says little was found.
    boolean weak(Choice choice) {
        return choice.score() <= WEAK_VERB;
    }

    private static boolean better(Choice one, Choice other) {
        int byScore = Double.compare(one.score(), other.score());
        return byScore != 0 ? byScore > 0 : one.indicator().id().compareTo(other.indicator().id()) < 0;
    }

    private Choice weigh(Found found, Zone zone, Map<Integer, Double> nearness) {
        var term = found.term();
        int distance = zone.anchor() >= found.to() ? zone.anchor() - found.to() : Math.max(0, found.from() - zone.anchor());
        double support = OWN_MEANING;
        if (!term.near().isEmpty()) {
            double nearest = nearest(term, nearness);
            support = nearest == 0 ? Double.NEGATIVE_INFINITY : SHARED_MEANING + nearest + (nearest >= 0.9 ? 0.8 : 0);
        }
        double narrower = term.indicator().parent() == null ? 0 : NARROWER;
        if (lexicon.weak(term)) {
            return new Choice(term.indicator(), zone.weight() * LEAST, zone, found.from(), found.to(), distance);
        }
        if (lexicon.weakVerb(term)) {
            return new Choice(term.indicator(), zone.weight() * WEAK_VERB, zone, found.from(), found.to(), distance);
        }
        double score = zone.weight() * Math.min(term.length(), 10) + support + narrower
                - PER_CHARACTER_AWAY * Math.min(distance, 14);
        score -= PER_CHARACTER_BETWEEN * Math.max(0, found.to() - found.from() - term.length());
        return new Choice(term.indicator(), score, zone, found.from(), found.to(), distance);
    }

    private record Found(Lexicon.Term term, int from, int to) {
    }

    /// The best weight at which each word stands in any zone.
    private Map<Integer, Double> nearness(List<Zone> zones, List<List<Hits.Hit>> inside) {
        var best = new HashMap<Integer, Double>();
        for (int i = 0; i < zones.size(); i++) {
            for (var hit : inside.get(i)) {
                if (lexicon.supports(hit.word())) {
                    best.merge(hit.word(), zones.get(i).weight(), Math::max);
                }
            }
        }
        return best;
    }

    private static BitSet ownWords(List<Zone> zones, List<List<Hits.Hit>> inside) {
        var words = new BitSet();
        for (int i = 0; i < zones.size(); i++) {
            if (zones.get(i).weight() >= 0.8) {
                inside.get(i).forEach(hit -> words.set(hit.word()));
            }
        }
        return words;
    }

    private List<Found> matches(List<Hits.Hit> hits) {
        var found = new ArrayList<Found>();
        for (int i = 0; i < hits.size(); i++) {
            var last = hits.get(i);
            for (var term : lexicon.terms(last.word())) {
                complete(term, hits, last.start(), last, found);
            }
            for (int j = lexicon.endsTerms(last.word()) ? i - 1 : -1; j >= 0 && last.start() - hits.get(j).start() <= TermPattern.GAP + 12; j--) {
                var before = hits.get(j);
                int gap = last.start() - before.end();
                if (gap < 0 || gap > TermPattern.GAP) {
                    continue;
                }
                for (var term : lexicon.terms(before.word(), last.word())) {
                    int start = backwards(term, term.pieces().length - 3, hits, j);
                    if (start >= 0) {
                        complete(term, hits, start, last, found);
                    }
                }
            }
        }
        return found;
    }

    /// Follows the pieces of a term back from the hit at `at`; the start of the first, or -1.
    private static int backwards(Lexicon.Term term, int piece, List<Hits.Hit> hits, int at) {
        if (piece < 0) {
            return hits.get(at).start();
        }
        for (int i = at - 1; i >= 0; i--) {
            int gap = hits.get(at).start() - hits.get(i).end();
            if (gap >= 0 && gap <= TermPattern.GAP && hits.get(i).word() == term.pieces()[piece]) {
                return backwards(term, piece - 1, hits, i);
            }
        }
        return -1;
    }

    private static void complete(Lexicon.Term term, List<Hits.Hit> hits, int start, Hits.Hit last, List<Found> found) {
        for (var part : term.others()) {
            for (int piece : part) {
                if (hits.stream().noneMatch(hit -> hit.word() == piece)) {
                    return;
                }
            }
        }
        found.add(new Found(term, start, last.end()));
    }
}
