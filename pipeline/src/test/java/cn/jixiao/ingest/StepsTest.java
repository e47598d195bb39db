package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void stepsAreDoneInTheirOrderWhateverTheyWeigh() {
        var done = new ArrayList<Integer>();
        try (var steps = new Steps(10)) {
            for (int i = 0; i < 500; i++) {
                int its = i;
                steps.later(i % 30, () -> done.add(its));
            }
            steps.settle();
            assertEquals(IntStream.range(0, 500).boxed().toList(), done);
        }
    }

    @Test
    void noMoreWaitThanTheyMayWeighTogether() {
        var waiting = new AtomicInteger();
        var most = new AtomicInteger();
        try (var steps = new Steps(5)) {
            for (int i = 0; i < 300; i++) {
                // Counted from before the call: one step more may be on its way in.
                most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
                steps.later(1, waiting::decrementAndGet);
            }
            steps.settle();
        }
        assertEquals(0, waiting.get());
        assertTrue(most.get() <= 6, most + " waited");
    }

    @Test
    void theOneThatHandsStepsInGoesOnWhileOneIsAtWork() {
        var handed = new CountDownLatch(1);
        var done = new ArrayList<String>();
        try (var steps = new Steps(10)) {
            steps.later(1, () -> {
                await(handed);
                done.add("slow");
            });
            steps.later(1, () -> done.add("next"));
            handed.countDown();
            steps.settle();
            assertEquals(List.of("slow", "next"), done);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatAStepThrowsReachesTheOneThatHandsThemInAndNoneBehindItIsDone() {
        var fault = new IllegalStateException("disk full");
        var done = new ArrayList<String>();
        try (var steps = new Steps(10)) {
            // Which call it is thrown by depends on when the step comes to it.
            assertSame(fault, assertThrows(IllegalStateException.class, () -> {
                steps.later(10, () -> {
                    throw fault;
                });
                steps.later(10, () -> done.add("behind"));
                steps.settle();
            }));
            assertSame(fault, assertThrows(IllegalStateException.class, steps::settle));
        }
        assertEquals(List.of(), done);
    }
}
