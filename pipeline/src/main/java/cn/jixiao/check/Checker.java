package cn.jixiao.check;

import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import java.util.List;

/// Runs all rules over one report.
public final class Checker {

    private final List<Rule> rules;

    private Checker(List<Rule> rules) {
        this.rules = rules;
    }

    public static Checker of(Dictionaries dictionaries) {
        var relations = dictionaries.relations();
        return new Checker(List.of(
                new ListedSumRule(),
                new ColumnSumRule(relations.totalRows()),
                new RatioRule(relations.ratios()),
                new TargetRule(),
                new BoundRule(relations.bounds())));
    }

    /// Findings by rule in the order above, and within a rule in the order of the report.
    public List<Finding> check(Document document, Outline outline, List<Observation> observations) {
        var figures = new Figures(document, outline, observations);
        return rules.stream().flatMap(rule -> rule.check(figures).stream()).toList();
    }
}
