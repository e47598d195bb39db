package cn.jixiao.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Span;
import cn.jixiao.export.RecordFormat;
import cn.jixiao.export.RecordKind;
import cn.jixiao.index.ObservationFilter;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Revision;
import cn.jixiao.observation.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person says of a figure is what everybody reads from then on, and nothing of what was read is lost.
class CorrectionsTest {

    @TempDir
    private Path folder;
    private Desk desk;

    @BeforeEach
    void report() {
        desk = Desk.with(folder, Desk.WORDS);
    }

    @Test
    void aCorrectedValueIsReadEverywhere() throws IOException {
        desk.correct("87万元", "780000");

        var shown = desk.figure("87万元");
        assertEquals(new BigDecimal("780000"), shown.quantity().value());
        assertEquals(new BigDecimal("780000"), shown.quantity().interval().low());
        var revision = shown.revision();
        assertEquals(Revision.State.CORRECTED, revision.state());
        assertEquals("王审核", revision.who());
        assertEquals(Desk.NOON, revision.when());
        assertEquals("核对原件", revision.why());
        assertEquals(0, revision.read().quantity().value().compareTo(new BigDecimal("870000")));
        try (var records = desk.workspace.read()) {
            assertEquals(1, records.figures(ObservationFilter.ALL).stream()
                    .filter(each -> each.quantity().value().compareTo(new BigDecimal("780000")) == 0).count());
            try (var all = records.observations(ObservationFilter.ALL)) {
                assertTrue(all.anyMatch(shown::equals));
            }
        }
        var line = exported("780000");
        assertTrue(line.contains("\"corrected\":true"), line);
        assertTrue(line.contains("\"original\":{\"value\":870000}"), line);
        assertTrue(line.contains("\"reviewed_by\":\"王审核\""), line);
    }

    private String exported(String value) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var records = desk.workspace.read()) {
            RecordFormat.JSONL.write(records, RecordKind.OBSERVATIONS, out);
        }
        return out.toString(StandardCharsets.UTF_8).lines().filter(each -> each.contains("\"value\":" + value + ","))
                .findFirst().orElseThrow();
    }

    @Test
    void findingsAreCheckedAgain() {
        var before = desk.shown();
        assertTrue(before.findings().stream().anyMatch(each -> !each.holds() && each.rule().startsWith("ratio.")),
                () -> "78 % of 100 is not 87: " + before.findings());
        desk.correct("87万元", "780000");
        assertTrue(desk.shown().findings().stream().noneMatch(each -> !each.holds() && each.rule().startsWith("ratio.")));
    }

    @Test
    void importingAgainKeepsIt() {
        desk.correct("87万元", "780000");
        var before = desk.shown();
        desk.put(Desk.read("report.txt", Desk.WORDS));
        assertEquals(before.observations(), desk.shown().observations());
        assertEquals(before.findings(), desk.shown().findings());
    }

    @Test
    void anotherLayoutOfTheTextKeepsIt() {
        desk.correct("87万元", "780000");
        desk.put(Desk.relaid(desk.shown(), "页眉文字\n\n" + Desk.WORDS.replace("全年支出87万元", "全年支出 87万元").replace("。接待", "。\n接待")));
        assertEquals(Revision.State.CORRECTED, desk.figure("87万元").revision().state());
        assertEquals(new BigDecimal("780000"), desk.figure("87万元").quantity().value());
    }

    @Test
    void whatNoLongerFindsItsPlaceIsTold() {
        var entry = desk.correct("87万元", "780000");
        desk.put(Desk.relaid(desk.shown(), "云岭县司法局2023年度绩效自评报告\n办理法律援助案件120件。\n"));
        try (var records = desk.workspace.read()) {
            assertEquals(List.of(entry), Offers.of(records, desk.corrections.standing()).stream().map(Offers.Offer::entry).toList());
        }
        desk.put(Desk.read("report.txt", Desk.WORDS));
        assertEquals(Revision.State.CORRECTED, desk.figure("87万元").revision().state());
    }

    @Test
    void aRevisedEditionIsOfferedItAndNotChangedInSilence() {
        var entry = desk.correct("87万元", "780000");
        desk.put(Desk.read("report.txt", Desk.WORDS + "以上为修订稿。\n"));
        assertNull(desk.figure("87万元").revision());
        try (var records = desk.workspace.read()) {
            var offer = Offers.of(records, desk.corrections.standing()).getFirst();
            assertEquals(entry, offer.entry());
            assertEquals(desk.shown().document().id(), offer.edition());
            desk.say(records, Offers.taken(offer, records).orElseThrow());
        }
        assertEquals(new BigDecimal("780000"), desk.figure("87万元").quantity().value());
        try (var records = desk.workspace.read()) {
            assertTrue(Offers.of(records, desk.corrections.standing()).stream().noneMatch(each -> each.edition() != null));
        }
    }

    @Test
    void undoingLeavesNoTraceInTheRecordsAndEveryTraceInTheJournal() {
        var before = desk.shown();
        var entry = desk.correct("87万元", "780000");
        var undoing = desk.say(new Correction.Undo(entry.id()));
        assertEquals(before.observations(), desk.shown().observations());
        assertEquals(before.findings(), desk.shown().findings());
        assertEquals(List.of(entry, undoing), desk.corrections.standing().all());

        desk.say(new Correction.Undo(undoing.id()));
        assertEquals(new BigDecimal("780000"), desk.figure("87万元").quantity().value());
    }

    @Test
    void aRejectedFigureIsGoneAndComesBack() {
        int before = desk.shown().observations().size();
        var entry = desk.say(desk.rejection("120件"));
        assertEquals(before - 1, desk.shown().observations().size());
        desk.say(new Correction.Undo(entry.id()));
        assertEquals(before, desk.shown().observations().size());
    }

    @Test
    void aConfirmedFigureIsSure() {
        var shown = desk.shown();
        var figure = Desk.figure(shown, "120件");
        desk.say(new Correction.Confirm(Targets.of(shown.document(), figure), Reading.of(figure)));
        var confirmed = desk.figure("120件");
        assertEquals(1, confirmed.confidence());
        assertEquals(Revision.State.CONFIRMED, confirmed.revision().state());
        assertEquals(figure.quantity(), confirmed.quantity());
    }

    @Test
    void anAddedFigureStandsInItsPlace() {
        var shown = desk.shown();
        int at = shown.document().text().indexOf("法律援助项目");
        var words = Targets.ofWords(shown, new Span(at, at + 6));
        desk.say(new Correction.Add(words, new Reading(Kind.COUNT, Comparator.EQ, BigDecimal.ONE, "个", Role.ACTUAL, null,
                "法律援助项目", null, null, 2023, null, null)));
        var added = desk.figure("法律援助项目");
        assertEquals(Revision.State.ADDED, added.revision().state());
        assertNull(added.revision().read());
        assertTrue(added.evidence().sentence().contains("法律援助项目"));
        assertEquals(desk.shown().observations().stream().map(each -> each.evidence().span()).sorted().toList(),
                desk.shown().observations().stream().map(each -> each.evidence().span()).toList());
        assertEquals(desk.shown().observations().size(),
                desk.shown().observations().stream().map(Observation::id).distinct().count());
    }

    @Test
    void whatThePersonDidNotChangeGetsBetterWithTheProgram() {
        var shown = desk.shown();
        var figure = Desk.figure(shown, "87万元");
        var seen = Reading.of(figure);
        var worse = new Reading(seen.kind(), seen.comparator(), seen.value(), seen.unit(), seen.role(), null, seen.label(),
                seen.breakdown(), seen.project(), seen.year(), seen.period(), seen.region());
        var entry = new Entry("e", "w", Desk.NOON, "", "", new Correction.Correct(Targets.of(shown.document(), figure), worse,
                Desk.worth(worse, "780000")));
        var replayed = Desk.figure(new cn.jixiao.observation.Extraction(shown.document(), shown.outline(), shown.mentions(),
                Replay.of(shown, List.of(entry)).observations(), List.of()), "87万元");
        assertEquals(figure.indicator(), replayed.indicator());
        assertEquals(new BigDecimal("780000"), replayed.quantity().value());
    }

    @Test
    void aDecisionOnWhatChangedMeanwhileIsRefusedAndTold() {
        var shown = desk.shown();
        var target = Targets.of(shown.document(), Desk.figure(shown, "87万元"));
        var seen = Reading.of(Desk.figure(shown, "87万元"));
        var first = desk.correct("87万元", "780000");
        try (var records = desk.workspace.read()) {
            var conflict = assertThrows(ConflictException.class, () -> desk.corrections.enter(records, "另一人", "", "",
                    new Correction.Correct(target, seen, Desk.worth(seen, "860000"))));
            assertEquals(List.of(first), conflict.since());
            assertEquals(new BigDecimal("780000"), conflict.now().value());
        }
        assertEquals(List.of(first), desk.corrections.standing().all());
    }

    @Test
    void aDecisionOnAnotherReadingThanTheOneStoredIsRefused() {
        var shown = desk.shown();
        var target = Targets.of(shown.document(), Desk.figure(shown, "87万元"));
        var stale = Desk.worth(Reading.of(Desk.figure(shown, "87万元")), "1");
        try (var records = desk.workspace.read()) {
            assertThrows(ConflictException.class, () -> desk.corrections.enter(records, "另一人", "", "",
                    new Correction.Confirm(target, stale)));
        }
        assertFalse(Files.exists(folder.resolve("corrections.jsonl")) && !desk.corrections.standing().all().isEmpty());
    }

    @Test
    void aCorrectionMadeDuringAnImportIsSeenInTheReportAtOnceAndEverywhereAfterIt() {
        try (var writer = desk.workspace.write()) {
            desk.correct("87万元", "780000");
            assertEquals(new BigDecimal("780000"), desk.figure("87万元").quantity().value());
            writer.commit();
        }
        try (var records = desk.workspace.read()) {
            assertEquals(1, records.figures(ObservationFilter.ALL).stream()
                    .filter(each -> each.quantity().value().compareTo(new BigDecimal("780000")) == 0).count());
        }
    }

    @Test
    void aJournalThatWasTakenAwayIsForgotten() throws IOException {
        var before = desk.shown();
        desk.correct("87万元", "780000");
        assertNotEquals(before.observations(), desk.shown().observations());
        Files.move(folder.resolve("corrections.jsonl"), folder.resolve("elsewhere"));
        assertEquals(before.observations(), desk.shown().observations());
        try (var records = desk.workspace.read(); var all = records.observations(ObservationFilter.ALL)) {
            assertTrue(all.allMatch(each -> each.revision() == null));
        }
    }

    @Test
    void anotherJournalIsTakenOverOnceAndWhereNobodyDecidedOtherwise(@TempDir Path elsewhere) throws IOException {
        var other = Desk.with(elsewhere, Desk.WORDS);
        desk.correct("87万元", "780000");
        var theirs = List.of(other.correct("87万元", "860000"), other.say(other.rejection("120件")));
        var merged = desk.corrections.merge(elsewhere.resolve("corrections.jsonl"));
        assertEquals(List.of(theirs.getLast()), merged.taken());
        assertEquals(List.of(theirs.getFirst()), merged.refused());
        assertEquals(1, desk.corrections.merge(elsewhere.resolve("corrections.jsonl")).known());
        assertEquals(new BigDecimal("780000"), desk.figure("87万元").quantity().value());
        assertTrue(desk.shown().observations().stream().noneMatch(each -> each.raw().equals("120件")));
    }
}
