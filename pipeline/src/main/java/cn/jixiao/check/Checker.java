package cn.jixiao.check;

import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Runs all rules over one report.
public final class Checker {

    /// A report has hundreds, a department's accounts a few thousand.
    private static final int MOST_FIGURES = 8000;

    private final Relations relations;
    private final List<Rule> rules;
    private final NearSumRule lists;

    private Checker(Relations relations, List<Rule> rules) {
        this.relations = relations;
        this.rules = rules;
        this.lists = new NearSumRule(relations);
    }

    public static Checker of(Dictionaries dictionaries) {
        return of(dictionaries.relations());
    }

    public static Checker of(Relations relations) {
        return new Checker(relations, List.of(
                new ListedSumRule(),
                new ColumnSumRule(),
                new ScoreListRule(),
                new IdentityRule(relations.identities()),
                new ProjectSumRule(),
                new AdjustmentRule(),
                new FarSumRule(),
                new TablePatternRule(),
                new ToldRatioRule(new RatioRule(relations.ratios())),
                new CompletionRule(),
                new GrowthRule(),
                new AverageRule(),
                new AccountTotalRule(),
                new AccountPartsRule(),
                new AccountCodeRule(),
                new AccountAcrossRule(),
                new AccountItemRule(),
                new AccountSubjectRule(),
                new AccountDirectionRule(),
                new EmptyTableRule(),
                new TargetRule(),
                new PaceRule(),
                new ConflictRule(),
                new TargetWordingRule(),
                new BoundRule(relations.bounds()),
                new CompletenessRule(relations.grades())));
    }

    /// Findings by rule in the order above, and within a rule in the order of the report. None where there are too many
    /// figures to be a report's: rules compare figures with each other, and one file must not hold up all others.
    public List<Finding> check(Document document, Outline outline, List<Observation> observations) {
        if (observations.size() > MOST_FIGURES) {
            return List.of();
        }
        var figures = new Figures(document, outline, relations, observations);
        var findings = new ArrayList<Finding>();
        rules.forEach(rule -> findings.addAll(rule.check(figures)));
        findings.addAll(lists.check(figures, findings));
        findings.addAll(new ShareRule().check(figures, findings));
        return once(findings);
    }

    /// What a rule about accounts says of a figure, the rule about figures told twice need not say again of another place
    /// where its table prints the same total.
    private static List<Finding> once(List<Finding> findings) {
        var said = findings.stream().filter(each -> each.rule().startsWith("account.") && !each.holds()).toList();
        return findings.stream().filter(each -> each.holds() || !each.rule().startsWith("conflict.")
                || said.stream().noneMatch(account -> saysToo(account, each))).toList();
    }

    private static boolean saysToo(Finding account, Finding conflict) {
        return conflict.observations().containsAll(account.observations())
                || !Collections.disjoint(conflict.observations(), account.observations())
                && sides(account).equals(sides(conflict));
    }

    private static Set<String> sides(Finding finding) {
        return Stream.of(finding.expected(), finding.found()).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
