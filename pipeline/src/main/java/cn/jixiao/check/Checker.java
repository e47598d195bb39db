package cn.jixiao.check;

import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import java.util.ArrayList;
import java.util.List;

/// Runs all rules over one report.
public final class Checker {

    private final Relations relations;
    private final List<Rule> rules;

    private Checker(Relations relations, List<Rule> rules) {
        this.relations = relations;
        this.rules = rules;
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
                new RatioRule(relations.ratios()),
                new ToldRatioRule(new RatioRule(relations.ratios())),
                new CompletionRule(),
                new GrowthRule(),
                new AverageRule(),
                new AccountTotalRule(),
                new AccountPartsRule(),
                new AccountCodeRule(),
                new EmptyTableRule(),
                new TargetRule(),
                new PaceRule(),
                new ConflictRule(),
                new TargetWordingRule(),
                new BoundRule(relations.bounds()),
                new CompletenessRule(relations.grades())));
    }

    /// Findings by rule in the order above, and within a rule in the order of the report.
    public List<Finding> check(Document document, Outline outline, List<Observation> observations) {
        var figures = new Figures(document, outline, relations, observations);
        var findings = new ArrayList<Finding>();
        rules.forEach(rule -> findings.addAll(rule.check(figures)));
        findings.addAll(new NearSumRule(relations).check(figures, findings));
        findings.addAll(new ShareRule().check(figures, findings));
        return List.copyOf(findings);
    }
}
