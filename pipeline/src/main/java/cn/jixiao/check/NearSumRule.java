package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// `sum.listed`: lists over several sentences (…；…；…) that make up a whole told before them; alarms for lists that are
/// surely the whole and do not make it up, or that one slip of the pen keeps from doing so.
///
/// A list is surely the whole where its words say so (分别为), where its names leave nothing out (刑事、民事、行政), or where a
/// last part takes the rest (其他). Everything else may be a selection; it is an alarm only if it is a list of amounts too
/// odd to come that close by chance. Shares and changes between the parts are passed over. Looks only at figures that no
/// sum explains.
///
/// @param names the names of all parts of classes that leave nothing out
record NearSumRule(Relations relations, List<String> names) {

    private static final int LONGEST = 14;
    private static final int BACK = 4;

    NearSumRule(Relations relations) {
        this(relations, relations.closed().stream().flatMap(each -> each.parts().stream()).flatMap(List::stream).distinct().toList());
    }

    List<Finding> check(Figures figures, List<Finding> before) {
        var explained = new HashSet<String>();
        before.stream().filter(each -> each.rule().startsWith("sum.")).forEach(each -> explained.addAll(each.observations()
                .subList(Math.min(each.holds() ? 1 : 0, each.observations().size()), each.observations().size())));
        var findings = new ArrayList<Finding>();
        for (var sentence : figures.sentences()) {
            for (var each : sentence) {
                var parts = each.evidence().table() == null && each.role() == Role.ACTUAL && begins(figures, each)
                        ? list(figures, sentence, each) : List.<Observation>of();
                if (parts.size() > 1 && parts.stream().noneMatch(part -> explained.contains(part.id()))) {
                    judge(figures, parts).ifPresent(finding -> {
                        explained.addAll(finding.observations());
                        findings.add(finding);
                    });
                }
            }
        }
        return findings;
    }

    /// Whether a list begins with the figure: after a word that begins lists, with a number in brackets, or with the name
    /// of a class that leaves nothing out.
    private boolean begins(Figures figures, Observation one) {
        var lead = figures.opening(one);
        return relations.says("division", lead) || relations.says("by", lead) || numbered(lead) || named(lead);
    }

    /// （1）, ① or 一是 before the words.
    private static boolean numbered(String lead) {
        return !lead.isEmpty() && ("①②③④⑤⑥".indexOf(lead.charAt(0)) >= 0
                || lead.length() > 2 && "（(".indexOf(lead.charAt(0)) >= 0 && "）)".indexOf(lead.charAt(2)) >= 0);
    }

    /// Whether the words end in the name of a part of a class that leaves nothing out.
    private boolean named(String words) {
        var bare = words.endsWith("案件") ? words.substring(0, words.length() - "案件".length()) : words;
        for (var name : names) {
            if (words.endsWith(name) || bare.endsWith(name)) {
                return true;
            }
        }
        return false;
    }

    /// The figures of the kind from here on: in the sentence, and one from each sentence that goes on after a semicolon.
    private static List<Observation> list(Figures figures, List<Observation> sentence, Observation first) {
        var parts = new ArrayList<Observation>();
        int depth = figures.depth(first);
        for (var each : sentence.subList(Figures.among(sentence, first), sentence.size())) {
            if (passed(figures, each) || figures.depth(each) > depth) {
                continue;
            }
            if (!alike(figures, first, each) || figures.depth(each) < depth) {
                break;
            }
            parts.add(each);
        }
        for (int at = figures.sentenceNumber(first); parts.size() < LONGEST && goesOn(figures, at); at++) {
            var next = figures.sentences(at + 1, at + 1).stream().filter(each -> !passed(figures, each)
                    && alike(figures, first, each)).findFirst();
            if (next.isEmpty()) {
                break;
            }
            parts.add(next.get());
        }
        return parts;
    }

    /// A share of the whole, or a change since last year, told of a part.
    private static boolean passed(Figures figures, Observation one) {
        return one.quantity().kind() == Kind.RATE || figures.grows(one);
    }

    private static boolean goesOn(Figures figures, int number) {
        var sentences = figures.outline().sentences();
        if (number < 0 || number + 1 >= sentences.size()) {
            return false;
        }
        var words = figures.document().textOf(sentences.get(number)).strip();
        return words.endsWith("；") || words.endsWith(";");
    }

    private static boolean alike(Figures figures, Observation first, Observation each) {
        return figures.sameUnit(first, each) && each.quantity().comparator() == Comparator.EQ
                && each.role() == first.role() && each.evidence().table() == null
                && each.quantity().kind() != Kind.RATE && Objects.equals(each.year(), first.year());
    }

    private Optional<Finding> judge(Figures figures, List<Observation> parts) {
        boolean complete = complete(figures, parts);
        var wholes = wholes(figures, parts, complete);
        var sums = wholes.stream().map(whole -> new Sum(whole, parts)).toList();
        var right = sums.stream().filter(each -> each.exact() && (complete || related(figures, each))).findFirst();
        if (right.isPresent()) {
            return right.map(each -> each.passed(figures, "sum.listed"));
        }
        boolean told = sums.stream().anyMatch(Sum::holds) || equal(figures, parts);
        if (told || sums.isEmpty() || figures.tail(parts.getLast()).startsWith("等")) {
            return Optional.empty();
        }
        if (complete) {
            return sums.stream().filter(each -> related(figures, each)).findFirst().filter(Sum::fails)
                    .map(sum -> sum.alarm(figures, "sum.listed", Finding.Severity.WARNING, sum.whole().label()));
        }
        return sums.stream().filter(Sum::fails).filter(sum -> odd(sum) && sum.oneSlipAway()
                        && (sum.gap().signum() > 0 || ListedSumRule.telling(sum))).findFirst()
                .map(sum -> sum.alarm(figures, "sum.listed", Finding.Severity.WARNING, sum.whole().label()));
    }

    /// Whether the report tells the sum of the parts somewhere.
    private static boolean equal(Figures figures, List<Observation> parts) {
        var first = parts.getFirst();
        return figures.all().stream().anyMatch(each -> each.quantity().kind() == first.quantity().kind()
                && figures.sameUnit(each, first) && Figures.among(parts, each) < 0 && new Sum(each, parts).exact());
    }

    /// Figures told shortly before the list that its parts may make up, the nearest first.
    /// For a list that leaves nothing out, else the one figure that the report tells of the same thing anywhere.
    private static List<Observation> wholes(Figures figures, List<Observation> parts, boolean complete) {
        var first = parts.getFirst();
        var near = figures.around(first, BACK, 0).reversed().stream().filter(each -> each.evidence().span().start()
                < first.evidence().span().start() && each.evidence().table() == null && whole(figures, each, parts)).toList();
        boolean same = near.stream().anyMatch(each -> Objects.equals(each.indicator(), first.indicator())
                || figures.sentenceNumber(each) == figures.sentenceNumber(first));
        if (same || !complete || first.indicator() == null) {
            return near;
        }
        var far = figures.of(first.indicator()).filter(each -> whole(figures, each, parts)
                && Objects.equals(each.project(), first.project())).toList();
        return far.stream().map(each -> each.quantity().value()).distinct().count() == 1 ? far : List.of();
    }

    private static boolean whole(Figures figures, Observation each, List<Observation> parts) {
        var first = parts.getFirst();
        return figures.sameUnit(each, first) && each.role() == first.role() && each.breakdown() == null
                && each.quantity().comparator() == Comparator.EQ && Objects.equals(each.year(), first.year())
                && !figures.grows(each) && parts.stream().allMatch(part ->
                        each != part && each.quantity().value().compareTo(part.quantity().value()) > 0);
    }

    private boolean complete(Figures figures, List<Observation> parts) {
        var lead = figures.opening(parts.getFirst());
        return closed(figures, parts) || relations.says("complete", lead) && !lead.contains("其中")
                || relations.says("rest", parts.getLast().label());
    }

    /// Whether the words of the list name all parts of a class, each at most once.
    private boolean closed(Figures figures, List<Observation> parts) {
        int start = parts.getFirst().evidence().span().start();
        var words = figures.opening(parts.getFirst()) + figures.document().textOf(new Span(start,
                parts.getLast().evidence().span().end()));
        return relations.closed().stream().anyMatch(each -> each.parts().size() >= parts.size() && each.in(words));
    }

    /// Whether whole and parts are told of the same thing, or add up beyond chance.
    private static boolean related(Figures figures, Sum sum) {
        var first = sum.parts().getFirst();
        boolean same = Objects.equals(sum.whole().indicator(), first.indicator()) || first.indicator() == null;
        return same || sum.exact() && odd(sum) || sum.exact() && figures.sentenceNumber(first)
                - figures.sentenceNumber(sum.whole()) == 0 && listed(figures, first);
    }

    private static boolean listed(Figures figures, Observation first) {
        return figures.relations().says("division", figures.opening(first));
    }

    /// Amounts of three and more digits, at least three of them or told to the last digits.
    private static boolean odd(Sum sum) {
        boolean amounts = sum.whole().quantity().kind() == Kind.AMOUNT;
        int digits = sum.parts().stream().mapToInt(each -> each.quantity().value().stripTrailingZeros().precision()).max().orElse(0);
        return amounts && digits > 2 && (sum.parts().size() > 2 || digits > 3);
    }
}
