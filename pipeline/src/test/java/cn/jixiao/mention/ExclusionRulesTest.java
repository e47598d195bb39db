package cn.jixiao.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.dictionary.Exclusions;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples that stand beside each rule of `exclusions.yaml`.
class ExclusionRulesTest {

    private static final Exclusions EXCLUSIONS = Exclusions.load(Fixture.SHELF);

    @TestFactory
    Stream<DynamicTest> examplesFallUnderTheirRule() {
        return EXCLUSIONS.rules().stream().flatMap(rule -> rule.examples().stream().map(example ->
                DynamicTest.dynamicTest(rule.name() + ": " + example,
                        () -> assertTrue(rules(example).contains(rule.name()), rules(example) + " at " + rule.place()))));
    }

    @TestFactory
    Stream<DynamicTest> counterExamplesDoNot() {
        return EXCLUSIONS.rules().stream().flatMap(rule -> rule.counterExamples().stream().map(example ->
                DynamicTest.dynamicTest(rule.name() + ": " + example,
                        () -> assertTrue(!rules(example).contains(rule.name()), rule.place()))));
    }

    @Test
    void everyRuleHasAnExample() {
        var without = EXCLUSIONS.rules().stream().filter(rule -> rule.examples().isEmpty())
                .map(Exclusions.Rule::name).collect(Collectors.joining(", "));
        assertEquals("", without);
    }

    private static Set<String> rules(String text) {
        var rules = new TreeSet<String>();
        Fixture.find(text).exclusions().forEach(exclusion -> rules.add(exclusion.rule()));
        return rules;
    }
}
