package cn.jixiao.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.observation.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Arithmetic on intervals holds whatever the operands stand for does. Random; the seed is printed and can be set with
/// `-Djixiao.seed`.
class IntervalsTest {

    private static final int ROUNDS = 5_000;

    private final long seed = Seed.next();
    private final Random random = new Random(seed);

    IntervalsTest() {
        System.out.println("intervals: seed " + seed);
    }

    private BigDecimal number() {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(5));
    }

    /// Around the number, sometimes open to one side.
    private Interval around(BigDecimal value) {
        var low = random.nextInt(10) == 0 ? null : value.subtract(number().min(value).divide(BigDecimal.TWO));
        var high = random.nextInt(10) == 0 ? null : value.add(number());
        return new Interval(low, high);
    }

    private static boolean contains(Interval interval, BigDecimal value) {
        return (interval.low() == null || interval.low().compareTo(value) <= 0)
                && (interval.high() == null || value.compareTo(interval.high()) <= 0);
    }

    @Test
    void aSumHoldsTheSumOfWhatItsPartsHold() {
        for (int round = 0; round < ROUNDS; round++) {
            var parts = new ArrayList<Interval>();
            var sum = BigDecimal.ZERO;
            for (int i = 1 + random.nextInt(6); i > 0; i--) {
                var value = number();
                parts.add(around(value));
                sum = sum.add(value);
            }
            assertTrue(contains(Intervals.sum(parts), sum), "seed " + seed + ": " + parts + " " + sum);
        }
    }

    @Test
    void aSumIsNoWiderThanItsEnds() {
        for (int round = 0; round < ROUNDS; round++) {
            var a = number();
            var b = number();
            var sum = Intervals.sum(java.util.List.of(Interval.exactly(a), Interval.exactly(b)));
            assertEquals(0, a.add(b).compareTo(sum.low()), "seed " + seed);
            assertEquals(0, a.add(b).compareTo(sum.high()), "seed " + seed);
        }
    }

    @Test
    void aRateHoldsTheRateOfWhatItsOperandsHold() {
        for (int round = 0; round < ROUNDS; round++) {
            var part = number();
            var whole = number();
            var wholes = around(whole);
            if (wholes.low() == null || wholes.low().signum() <= 0) {
                continue;
            }
            var percent = Intervals.percent(around(part), wholes);
            var rate = part.multiply(BigDecimal.valueOf(100)).divide(whole, new MathContext(20));
            assertTrue(contains(percent, rate), "seed " + seed + ": " + part + " / " + whole + " in " + percent);
        }
    }

    @Test
    void exactOperandsGiveAnAlmostExactRate() {
        for (int round = 0; round < ROUNDS; round++) {
            var percent = Intervals.percent(Interval.exactly(number()), Interval.exactly(number()));
            var width = percent.high().subtract(percent.low());
            assertTrue(width.compareTo(percent.high().movePointLeft(30)) <= 0, "seed " + seed + ": " + percent);
        }
    }

    @Test
    void oneSlipIsFoundAndTwoAreNot() {
        for (int round = 0; round < ROUNDS; round++) {
            var text = Integer.toString(100_000 + random.nextInt(900_000)).toCharArray();
            var original = new BigDecimal(new String(text));
            int at = random.nextInt(text.length);
            text[at] = (char) ('1' + (text[at] - '1' + 1 + random.nextInt(7)) % 9);
            var changed = new BigDecimal(new String(text));
            if (changed.compareTo(original) != 0) {
                assertTrue(Slips.turns(original, changed), "seed " + seed + ": " + original + " " + changed);
                assertTrue(Slips.turns(changed, original), "seed " + seed + ": " + original + " " + changed);
            }
        }
        assertFalse(Slips.turns(new BigDecimal("1234"), new BigDecimal("1334.5")));
        assertFalse(Slips.turns(new BigDecimal("1234"), new BigDecimal("5634")));
        assertTrue(Slips.turns(new BigDecimal("436"), new BigDecimal("463")));
        assertTrue(Slips.turns(new BigDecimal("50"), new BigDecimal("500000")));
        assertFalse(Slips.turns(new BigDecimal("5"), new BigDecimal("6")));
    }
}
