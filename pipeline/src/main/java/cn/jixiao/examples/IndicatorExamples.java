package cn.jixiao.examples;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.document.Source;
import java.util.List;

/// An example of an indicator marks one mention in a sentence (`全年办理法律援助案件[87件]`): the mention must be given
/// the indicator, or for a counterexample must not.
record IndicatorExamples(Pipeline pipeline) {

    Outcome check(Indicators indicators) {
        var outcome = new Outcome.Collector();
        for (var example : indicators.examples()) {
            var found = read(example);
            outcome.add(found.contains(example.indicator()) == example.holds(), example.place(), marked(example),
                    (example.holds() ? "" : "!") + example.indicator(), found);
        }
        return outcome.outcome();
    }

    /// What the mention is given, in a report that holds the headings and the sentence.
    private List<String> read(Indicators.Example example) {
        var before = String.join("", example.headings().stream().map(heading -> heading + "\n").toList());
        var mention = example.mention().shift(before.length());
        return pipeline.run(Source.ofText("example.txt", before + example.sentence())).observations().stream()
                .filter(each -> each.evidence().span().overlaps(mention))
                .map(each -> String.valueOf(each.indicator())).toList();
    }

    private static String marked(Indicators.Example example) {
        return new StringBuilder(example.sentence()).insert(example.mention().end(), ']')
                .insert(example.mention().start(), '[').toString();
    }
}
