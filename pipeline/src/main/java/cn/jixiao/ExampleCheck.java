package cn.jixiao;

import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.document.Source;
import java.util.ArrayList;
import java.util.List;

/// Tests every example of the indicator dictionary against the pipeline itself.
///
/// An example marks one mention in a sentence (`全年办理法律援助案件[87件]`); the pipeline must give that mention the
/// indicator of the entry, and for a counterexample must not.
public record ExampleCheck(Pipeline pipeline) {

    /// An example that does not come out as its entry says.
    ///
    /// @param place file and line of the entry
    /// @param found the indicator ids that the mention was given; empty if it was not read at all
    public record Failure(String place, String indicator, String example, boolean mustMatch, List<String> found) {
    }

    /// How many examples there are, and which of them fail.
    public record Outcome(int examples, List<Failure> failures) {
        public Outcome {
            failures = List.copyOf(failures);
        }
    }

    public Outcome check(Dictionaries dictionaries) {
        var failures = new ArrayList<Failure>();
        var examples = dictionaries.indicators().examples();
        for (var example : examples) {
            var found = read(example);
            if (found.contains(example.indicator()) != example.holds()) {
                failures.add(new Failure(example.place(), example.indicator(), marked(example), example.holds(), found));
            }
        }
        return new Outcome(examples.size(), failures);
    }

    /// Whether the mention is given the indicator, read as a report that holds the headings and the sentence.
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
