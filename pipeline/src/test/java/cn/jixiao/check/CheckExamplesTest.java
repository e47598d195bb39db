package cn.jixiao.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Entry;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Short reports and what checking finds in them, from `check/*.yaml`; and the list of rules against what is found.
class CheckExamplesTest {

    private static final Dictionaries DICTIONARIES = Dictionaries.load(new Shelf(List.of(Path.of("..", "dictionaries"))));
    private static final Pipeline PIPELINE = new Pipeline(DICTIONARIES);

    record Case(String name, String text, List<String> alarms, List<String> holds, List<String> not, String severity) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of("sums", "lists", "ratios", "others", "accounts").flatMap(file -> Entry.parse(file, read("/check/" + file + ".yaml")).stream())
                .map(entry -> {
                    entry.allow(Set.of("name", "text", "alarms", "holds", "not", "severity"));
                    return new Case(entry.text("name"), entry.text("text"), entry.texts("alarms"), entry.texts("holds"),
                            entry.texts("not"), entry.optional("severity").orElse(""));
                });
    }

    private static String read(String name) {
        try (var in = CheckExamplesTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatTheExampleSays(Case it) {
        var text = "某县司法局2021年度司法业务经费绩效自评报告\n" + it.text().strip() + "\n";
        var extraction = PIPELINE.run(Source.ofText(it.name() + ".txt", text));
        var findings = extraction.findings();
        var told = findings.stream().map(each -> each.rule() + " " + each.holds() + " " + each.message()).toList();
        assertEquals(it.alarms(), findings.stream().filter(each -> !each.holds()).map(Finding::rule).distinct().toList(),
                it.name() + ": " + told);
        it.holds().forEach(rule -> assertTrue(findings.stream().anyMatch(each -> each.holds() && each.rule().equals(rule)),
                rule + " holds in " + told));
        it.not().forEach(rule -> assertTrue(findings.stream().noneMatch(each -> each.rule().equals(rule)),
                rule + " finds something in " + told));
        if (!it.severity().isEmpty()) {
            findings.stream().filter(each -> !each.holds()).forEach(each ->
                    assertEquals(it.severity(), each.severity().key(), each.message()));
        }
    }

    @Test
    void everyRuleThatFindsAnythingIsInTheList() throws IOException {
        var listed = DICTIONARIES.relations().rules().stream().map(Relations.RuleText::name).collect(Collectors.toSet());
        var found = new HashSet<String>();
        try (var files = Files.list(Path.of("..", "corpus", "reports"))) {
            files.sorted().forEach(file -> PIPELINE.run(Source.ofFile(file.getFileName().toString(), file)).findings()
                    .forEach(each -> found.add(each.rule())));
        }
        cases().forEach(it -> found.addAll(it.alarms()));
        found.removeAll(listed);
        assertEquals(Set.of(), found, "rules without a line in relations.yaml");
    }

    @Test
    void relationsNameIndicatorsOfTheDictionary() {
        var unknown = DICTIONARIES.relations().indicators().stream()
                .filter(id -> DICTIONARIES.indicators().find(id).isEmpty()).toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void coverageTellsOfEveryRule() {
        var extraction = PIPELINE.run(Source.ofText("report.txt", "某县司法局2021年度绩效自评报告\n法律援助案件结案率95%。\n"));
        var lines = Coverage.of(DICTIONARIES.relations(), extraction);
        assertEquals(DICTIONARIES.relations().rules().size(), lines.size());
        assertEquals(Coverage.State.NOT_CHECKABLE, lines.stream().filter(each -> each.rule().equals("ratio.legal_aid_closing_rate"))
                .findFirst().orElseThrow().state());
        assertEquals(Coverage.State.NOT_APPLICABLE, lines.stream().filter(each -> each.rule().equals("sum.score"))
                .findFirst().orElseThrow().state());
    }

    @Test
    void coverageSaysWhyAnAccountCouldNotBeChecked() {
        var text = "某县司法局2021年度部门决算\n收入支出决算总表\n单位：万元\n项目\t决算数\t项目\t决算数\n"
                + "一般公共预算财政拨款收入\t307.82\t一般公共服务支出\t264.87\n总计\t307.82\t总计\t307.82\n";
        var lines = Coverage.of(DICTIONARIES.relations(), PIPELINE.run(Source.ofText("report.txt", text)));
        var states = lines.stream().collect(Collectors.toMap(Coverage::rule, Coverage::state));
        assertEquals(Coverage.State.PASSED, states.get("account.across"));
        assertEquals(Coverage.State.PASSED, states.get("account.unit"));
        assertEquals(Coverage.State.NOT_CHECKABLE, states.get("account.told"));
        assertEquals(Coverage.State.NOT_CHECKABLE, states.get("account.subject"));
        assertEquals(Coverage.State.NOT_APPLICABLE, states.get("account.empty"));
        assertEquals("没有读出逐项（类、款、项）的说明", lines.stream().filter(each -> each.rule().equals("account.subject"))
                .findFirst().orElseThrow().why());
    }
}
