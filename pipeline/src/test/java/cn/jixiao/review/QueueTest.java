package cn.jixiao.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.index.ObservationFilter;
import cn.jixiao.observation.Finding;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is most likely wrong comes first, and what somebody looked at comes no more.
class QueueTest {

    @TempDir
    private Path folder;
    private Desk desk;

    @BeforeEach
    void report() {
        desk = Desk.with(folder, Desk.WORDS);
    }

    private ReviewQueue queue() {
        try (var records = desk.workspace.read()) {
            return ReviewQueue.of(records, desk.corrections.standing(), ObservationFilter.ALL, 0, 0, 100);
        }
    }

    @Test
    void theRiskiestComeFirstAndOperandsOfAFailedCheckAreAmongThem() {
        var queue = queue();
        assertFalse(queue.sampled());
        assertEquals(desk.shown().observations().size(), queue.size());
        for (int i = 1; i < queue.items().size(); i++) {
            assertTrue(queue.items().get(i - 1).risk().score() >= queue.items().get(i).risk().score());
        }
        var alarm = desk.shown().findings().stream().filter(each -> !each.holds()
                && each.severity() == Finding.Severity.ERROR).findFirst().orElseThrow();
        assertTrue(alarm.observations().contains(queue.items().getFirst().figure().id()));
        assertTrue(queue.items().getFirst().risk().reasons().contains(Risk.Reason.FAILED_CHECK));
    }

    @Test
    void whatWasLookedAtComesNoMore() {
        int before = queue().size();
        desk.correct("87万元", "780000");
        assertEquals(before - 1, queue().size());
        desk.say(desk.rejection("120件"));
        assertEquals(before - 2, queue().size());
    }

    @Test
    void aDismissedFindingMakesItsFiguresNoRiskierThanTheyAre() {
        var shown = desk.shown();
        for (var each : shown.findings()) {
            if (!each.holds()) {
                desk.say(new Correction.DismissFinding(Targets.of(shown, each)));
            }
        }
        assertTrue(queue().items().stream().noneMatch(each -> each.risk().reasons().contains(Risk.Reason.FAILED_CHECK)));
    }
}
