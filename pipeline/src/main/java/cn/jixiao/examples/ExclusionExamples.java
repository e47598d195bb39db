package cn.jixiao.examples;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Exclusions;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Exclusion;
import java.util.List;

/// An example of an exclusion is a sentence in which the rule must leave a number out; a counterexample one in which it
/// must not.
record ExclusionExamples(Pipeline pipeline) {

    Outcome check(Exclusions exclusions) {
        var outcome = new Outcome.Collector();
        for (var rule : exclusions.rules()) {
            rule.examples().forEach(each -> {
                var rules = rules(each);
                outcome.add(rules.contains(rule.name()), rule.place(), each, rule.name(), rules);
            });
            rule.counterExamples().forEach(each -> {
                var rules = rules(each);
                outcome.add(!rules.contains(rule.name()), rule.place(), each, "!" + rule.name(), rules);
            });
        }
        return outcome.outcome();
    }

    private List<String> rules(String sentence) {
        return pipeline.run(Source.ofText("example.txt", sentence)).mentions().exclusions().stream().map(Exclusion::rule)
                .toList();
    }
}
