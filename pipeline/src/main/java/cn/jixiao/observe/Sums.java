package cn.jixiao.observe;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Finds the parts of a whole that no word announces, because they add up to it: 下达1737万元，分两批转下。第一批1300万元…第二批437万元.
///
/// Numbers of one kind that stand right after another and make it to the last digit are its parts, however they are led
/// up to. Round numbers and small ones come about by chance and prove nothing: of a pair and its whole one must have three
/// digits, of three parts and more one two.
final class Sums {

    private static final int REACH = 600;
    private static final int MOST = 12;
    private static final int DIGITS_OF_PAIR = 3;
    private static final int DIGITS_OF_MORE = 2;
    private static final double PROVEN = 0.9;

    private final Units units;
    private final Wording wording;

    Sums(Units units, Wording wording) {
        this.units = units;
        this.wording = wording;
    }

    /// @param drafts all numbers of a report, in order
    void join(List<Draft> drafts) {
        var list = drafts.toArray(Draft[]::new);
        var isPart = new boolean[list.length];
        var groups = new ArrayList<List<Integer>>(Collections.nCopies(list.length, List.of()));
        for (int i = list.length - 1; i >= 0; i--) {
            var parts = parts(list, isPart, i);
            parts.forEach(part -> isPart[part] = true);
            groups.set(i, parts);
        }
        for (int i = 0; i < list.length; i++) {
            var whole = list[i];
            var parts = groups.get(i).stream().map(part -> list[part]).toList();
            if (whole.indicator != null && parts.stream().allMatch(part -> goesBy(part, whole))) {
                parts.stream().filter(part -> !whole.indicator.equals(part.indicator)).forEach(part -> join(part, whole));
            }
        }
    }

    /// The numbers after one that make it, not counting those that are parts of one of them, and then those that make it
    /// once more (从性别看，男255人、女55人。从就业看，就业208人、无业102人); none where nothing does.
    private List<Integer> parts(Draft[] drafts, boolean[] isPart, int at) {
        var whole = drafts[at];
        if (!counts(whole)) {
            return List.of();
        }
        var all = new ArrayList<Integer>();
        var parts = new ArrayList<Integer>();
        var left = whole.quantity.value();
        int digits = digits(whole);
        int last = at;
        for (int i = at + 1; i < drafts.length && drafts[i].start() - drafts[last].end() < REACH && parts.size() < MOST; i++) {
            var part = drafts[i];
            if (part.place != null) {
                return all;
            }
            boolean again = !parts.isEmpty() && toldAgain(drafts[parts.getLast()], part);
            boolean other = isPart[i] || part.whole != null && part.whole != whole;
            if (other || again || !units.alike(whole.quantity, part.quantity) || !counts(part)) {
                continue;
            }
            parts.add(i);
            digits = Math.max(digits, digits(part));
            left = left.subtract(part.quantity.value());
            if (left.signum() < 0 || left.signum() == 0 && !proves(parts.size(), digits)) {
                return all;
            }
            if (left.signum() == 0) {
                all.addAll(parts);
                parts.clear();
                left = whole.quantity.value();
                digits = digits(whole);
                last = i;
            }
        }
        return all;
    }

    /// （一）慰问费1.35万元 / 11月已拨付1.35万元: the sentence after tells the same money on.
    private static boolean toldAgain(Draft last, Draft next) {
        return next.quantity.value().compareTo(last.quantity.value()) == 0 && next.evidence != null
                && !next.evidence.contains(last.start());
    }

    private static boolean counts(Draft draft) {
        var quantity = draft.quantity;
        return draft.place == null && !draft.noLevel && (quantity.kind() == Kind.AMOUNT || quantity.kind() == Kind.COUNT)
                && quantity.comparator() == Comparator.EQ && quantity.value().signum() > 0;
    }

    private static boolean proves(int parts, int digits) {
        return parts > 2 ? digits >= DIGITS_OF_MORE : parts == 2 && digits >= DIGITS_OF_PAIR;
    }

    private static int digits(Draft draft) {
        return draft.quantity.value().stripTrailingZeros().precision();
    }

    /// What nothing names goes by its whole, and so does money of which only its name says that it is set apart; 844万元下达
    /// is no part of what was spent.
    private static boolean goesBy(Draft part, Draft whole) {
        boolean named = "fund.budget".equals(part.indicator) && whole.indicator != null && whole.indicator.startsWith("fund.");
        return part.indicator == null || part.indicator.equals(whole.indicator) || named;
    }

    private void join(Draft part, Draft whole) {
        part.part = true;
        part.whole = whole;
        part.indicator = whole.indicator;
        part.breakdown = part.bare ? null : wording.part(part.label).orElse(null);
        part.role = whole.role;
        part.year = whole.year;
        part.confidence = Math.max(part.confidence, PROVEN);
        part.rules.removeIf(rule -> rule.startsWith("indicator:"));
        part.rule("indicator:adds-up");
        if (part.breakdown != null && part.project != null && part.breakdown.equals(part.project)) {
            part.breakdown = null;
        }
    }
}
