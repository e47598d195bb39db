package cn.jixiao.serve.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.check.Checker;
import cn.jixiao.cli.CorpusWorkspace;
import cn.jixiao.compare.AcrossReports;
import cn.jixiao.export.Operands;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Records;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Finding;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Corrections;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Targets;
import cn.jixiao.review.Verdicts;
import cn.jixiao.serve.Pages;
import cn.jixiao.serve.findings.FindingList.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A list of findings is the same however it is cut into pages, whatever was decided.
class FindingListTest {

    private static final int ALL = 1_000;

    @TempDir
    private Path folder;

    private static AskedFindings state(String state) {
        return new AskedFindings("", "", "", "", state, 1);
    }

    private static List<String> names(List<Found> found) {
        return found.stream().map(each -> FindingName.of(each.finding())).toList();
    }

    private static List<Finding> alarms(Records records) {
        try (var all = records.findings()) {
            return all.filter(each -> !each.holds()).toList();
        }
    }

    /// Accepts one finding of the bundled reports and dismisses another.
    private Verdicts decided(Records records, Finding accepted, Finding dismissed) {
        var corrections = new Corrections(folder, Clock.systemUTC(), () -> Checker.of(Corpus.DICTIONARIES));
        corrections.enter(records, "王审核", "属实", "", new Correction.AcceptFinding(target(records, accepted)));
        corrections.enter(records, "王审核", "口径不同", "", new Correction.DismissFinding(target(records, dismissed)));
        return Verdicts.byName(corrections.standing());
    }

    private static cn.jixiao.review.Target.OfFinding target(Records records, Finding finding) {
        return Targets.of(records.extraction(finding.docId()).orElseThrow(), finding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "open", "accepted", "dismissed"})
    void pagesHoldEachFindingOnce(String state) {
        try (var records = new Workspace(CorpusWorkspace.FOLDER, Lexicon.NONE).read()) {
            var alarms = alarms(records);
            var accepted = alarms.get(3);
            var dismissed = alarms.get(11);
            for (var verdicts : List.of(decided(records, accepted, dismissed), Verdicts.byName(empty()))) {
                // Those of several reports come first; here they are two of any kind.
                var list = new FindingList(records, alarms.subList(0, 2), verdicts, state(state));
                var whole = list.page(0, ALL, ALL);
                var pages = new ArrayList<String>();
                for (int from = 0; from < whole.total() + 7; from += 7) {
                    var page = list.page(from, 7, ALL);
                    assertEquals(whole.total(), page.total());
                    assertTrue(page.whole());
                    pages.addAll(names(page.items()));
                }
                assertEquals(names(whole.items()), pages);
                assertEquals(whole.total(), pages.size());
                assertEquals(expected(alarms, verdicts.isEmpty() ? Set.of() : Set.of(FindingName.of(accepted)),
                        verdicts.isEmpty() ? Set.of() : Set.of(FindingName.of(dismissed)), state), Set.copyOf(pages));
            }
        }
    }

    private cn.jixiao.review.Standing empty() {
        return new Corrections(folder.resolve("none"), Clock.systemUTC(), () -> Checker.of(Corpus.DICTIONARIES)).standing();
    }

    private static Set<String> expected(List<Finding> alarms, Set<String> accepted, Set<String> dismissed, String state) {
        var names = alarms.stream().map(FindingName::of).collect(Collectors.toSet());
        return switch (state) {
            case "accepted" -> accepted;
            case "dismissed" -> dismissed;
            case "open" -> names.stream().filter(each -> !accepted.contains(each) && !dismissed.contains(each)).collect(Collectors.toSet());
            default -> names;
        };
    }

    @Test
    void whatDecisionsChooseIsCountedOnlySoFar() {
        try (var records = new Workspace(CorpusWorkspace.FOLDER, Lexicon.NONE).read()) {
            var alarms = alarms(records);
            var page = new FindingList(records, List.of(), decided(records, alarms.get(3), alarms.get(11)), state("open")).page(3, 3, 5);
            assertEquals(3, page.items().size());
            assertEquals(7, page.total(), "at least one beyond the page, so that there is a next one");
            assertFalse(page.whole());
        }
    }

    @Test
    void whatSeveralReportsShowLeadsToTheFiguresOfAllOfThem() throws IOException {
        var files = Files.createDirectories(folder.resolve("files"));
        Files.writeString(files.resolve("2022.txt"), "临泽县司法局2022年度法律援助项目绩效自评报告\n全年支出350000元。\n");
        Files.writeString(files.resolve("2023.txt"), "临泽县司法局2023年度法律援助项目绩效自评报告\n全年支出35元。\n");
        Pages.importInto(folder.resolve("w"), files);
        try (var records = new Workspace(folder.resolve("w"), Lexicon.NONE).read()) {
            var jump = AcrossReports.of(records).getFirst();
            assertEquals(List.of("35元", "350000元"), new Operands(records).of(jump).stream().map(each -> each.raw().strip()).toList());
        }
    }
}
