package cn.jixiao.check;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// `ratio.*` of the indicators, and `ratio.told`: a rate that none of them explains follows from two figures told beside it (发放600份，收回582份，回收率97%).
///
/// A pair is believed where it gives the rate to its last digit and stands close; a rate of 100 % needs its pair in the
/// same clause. It is an alarm only where the pair is just before the rate and one slip of the pen in one of the three
/// explains the difference.
record ToldRatioRule(RatioRule explained) implements Rule {

    private static final String NAME = "ratio.told";
    private static final int WINDOW = 8;

    @Override
    public List<Finding> check(Figures figures) {
        var findings = new ArrayList<>(this.explained.check(figures));
        var explained = findings.stream().map(each -> each.observations().getFirst()).collect(Collectors.toSet());
        var pairs = new ToldPairs(figures);
        for (var rate : figures.all()) {
            boolean rateOfParts = rate.quantity().kind() == Kind.RATE && rate.quantity().value().signum() > 0
                    && (rate.quantity().comparator() == Comparator.EQ || rate.quantity().comparator() == Comparator.ABOUT);
            if (!rateOfParts) {
                continue;
            }
            var found = rate.evidence().table() != null || figures.grows(rate)
                    ? Optional.<Finding>empty() : check(figures, rate, !explained.contains(rate.id()));
            found.or(() -> pairs.giving(rate).map(each -> each.tell(figures, NAME, rate.label(), true, Finding.Severity.INFO)))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> check(Figures figures, Observation rate, boolean alone) {
        var near = window(figures.around(rate, 1, 0), rate);
        var right = pairs(figures, rate, near).stream().filter(Quotient::holds)
                .filter(each -> believable(figures, each)).findFirst();
        if (right.isEmpty() && figures.relations().says("share", figures.lead(rate))) {
            right = shares(figures, rate).stream().filter(Quotient::holds).findFirst();
        }
        return right.map(each -> each.tell(figures, NAME, rate.label(), true, Finding.Severity.INFO))
                .or(() -> alone ? wrong(figures, rate) : Optional.empty());
    }

    /// The figures next to the rate, nearest first.
    private static List<Observation> window(List<Observation> among, Observation rate) {
        int at = Figures.among(among, rate);
        var near = new ArrayList<Observation>();
        for (int step = 1; step <= WINDOW; step++) {
            if (at - step >= 0) {
                near.add(among.get(at - step));
            }
            if (step <= 2 && at + step < among.size()) {
                near.add(among.get(at + step));
            }
        }
        return near.stream().filter(each -> each.quantity().kind() != Kind.RATE && each.evidence().table() == null).toList();
    }

    /// The figure before the rate, or one that the words before 占 name, over what the words after it name
    /// (望湖区办案量占四县区的…, 占下达资金的…).
    private static List<Quotient> shares(Figures figures, Observation rate) {
        var lead = figures.lead(rate);
        int at = lead.lastIndexOf('占');
        var before = lead.substring(0, at);
        var after = lead.substring(at + 1).replace("的", "");
        var beside = figures.beside(rate);
        int index = Figures.among(beside, rate);
        var parts = named(figures, before);
        if (index > 0) {
            parts.addFirst(beside.get(index - 1));
        }
        var wholes = named(figures, after);
        figures.all().stream().filter(each -> java.util.Objects.equals(each.project(), rate.project())
                && each.breakdown() == null && after.length() > 1 && Labels.overlap(each.label(), after) >= 0.8).limit(30)
                .forEach(wholes::add);
        var found = new ArrayList<Quotient>();
        parts.forEach(part -> wholes.forEach(whole -> quotient(figures, rate, part, whole).ifPresent(found::add)));
        return found;
    }

    private static List<Observation> named(Figures figures, String words) {
        return new ArrayList<>(figures.all().stream().filter(each -> each.breakdown() != null && each.breakdown().length() > 1
                && words.contains(each.breakdown())).limit(30).toList());
    }

    private static Optional<Quotient> quotient(Figures figures, Observation rate, Observation part, Observation whole) {
        var quotient = Quotient.of(rate, part, whole);
        return part != whole && figures.sameUnit(part, whole) && quotient.sound() && part.quantity().kind() != Kind.RATE
                && part.quantity().value().compareTo(whole.quantity().value()) <= 0
                && part.quantity().comparator() == Comparator.EQ && whole.quantity().comparator() == Comparator.EQ
                ? Optional.of(quotient) : Optional.empty();
    }

    private static List<Quotient> pairs(Figures figures, Observation rate, List<Observation> near) {
        var found = new ArrayList<Quotient>();
        for (var part : near) {
            for (var whole : near) {
                quotient(figures, rate, part, whole).ifPresent(found::add);
            }
        }
        return found;
    }

    private static boolean believable(Figures figures, Quotient pair) {
        int sentence = figures.sentenceNumber(pair.stated());
        boolean together = figures.sentenceNumber(pair.part()) == sentence && figures.sentenceNumber(pair.whole()) == sentence;
        if (pair.part().quantity().value().compareTo(pair.whole().quantity().value()) == 0) {
            var close = window(figures.beside(pair.stated()), pair.stated());
            return together && close.stream().limit(3).toList().containsAll(List.of(pair.part(), pair.whole()));
        }
        if (pair.part().quantity().value().signum() == 0) {
            return false;
        }
        boolean fine = pair.stated().quantity().value().stripTrailingZeros().scale() > 0;
        return fine || together;
    }

    /// Whether the rate bears the part's name (落实帮教71人 … 帮教率).
    private static boolean named(Quotient pair) {
        var rate = Figures.squeeze(pair.stated().label());
        int at = rate.lastIndexOf('率');
        return at > 1 && (Figures.squeeze(pair.part().label()).contains(rate.substring(at - 2, at))
                || Figures.squeeze(pair.whole().label()).contains(rate.substring(at - 2, at)));
    }

    /// Whether one slip in a figure of two digits explains the difference.
    private static boolean mistyped(Quotient pair) {
        var part = pair.part().quantity().value();
        var whole = pair.whole().quantity().value();
        var rate = pair.stated().quantity().value();
        var due = rate.multiply(whole).movePointLeft(2).setScale(0, java.math.RoundingMode.HALF_UP);
        var full = rate.signum() > 0 ? part.movePointRight(2).divide(rate, 0, java.math.RoundingMode.HALF_UP) : whole;
        return Slips.turns(part, due) || Slips.turns(whole, full);
    }

    /// What the words themselves divide: 1235件，为年度目标1100件的112.3%.
    private static Optional<Quotient> divided(Figures figures, Observation rate, Observation part, Observation whole) {
        var lead = figures.lead(whole);
        boolean said = figures.lead(rate).equals("的") && (lead.startsWith("，为") || lead.startsWith("，占") || lead.startsWith("，达到")
                || lead.startsWith("，相当于") || lead.startsWith("，是") || lead.startsWith("，完成"));
        var quotient = Quotient.of(rate, part, whole);
        boolean exact = part.quantity().comparator() == Comparator.EQ && whole.quantity().kind() != Kind.RATE
                && rate.quantity().comparator() == Comparator.EQ;
        return said && exact && figures.sameUnit(part, whole) && quotient.sound() ? Optional.of(quotient) : Optional.empty();
    }

    /// The two figures right before the rate, or those around it, where one slip explains why they do not give it.
    private static Optional<Finding> wrong(Figures figures, Observation rate) {
        var beside = figures.beside(rate);
        int at = Figures.among(beside, rate);
        var named = at < 2 ? Optional.<Quotient>empty() : divided(figures, rate, beside.get(at - 2), beside.get(at - 1));
        if (named.isPresent()) {
            return named.filter(each -> !each.holds()).map(each -> each.tell(figures, NAME, rate.label(), false,
                    Finding.Severity.ERROR));
        }
        if (at < 1 || !figures.relations().says("rate", figures.lead(rate)) || figures.lead(rate).length() > 16) {
            return Optional.empty();
        }
        var near = new ArrayList<Quotient>();
        if (at > 1) {
            near.addAll(pairs(figures, rate, List.of(beside.get(at - 1), beside.get(at - 2))));
        }
        if (at + 1 < beside.size() && near.isEmpty()) {
            near.addAll(pairs(figures, rate, List.of(beside.get(at - 1), beside.get(at + 1))));
        }
        return near.stream().filter(each -> each.oneSlipAway() || named(each) && mistyped(each)).findFirst()
                .map(each -> each.tell(figures, NAME, rate.label(), false, Finding.Severity.WARNING));
    }
}
