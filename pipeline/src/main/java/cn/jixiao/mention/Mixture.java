package cn.jixiao.mention;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Reads a number of digits and scales from one place: 一百二十, 三万五, `2万3千`. An instance reads once.
final class Mixture {

    private static final long TOO_LARGE = 1_000_000_000_000_000_000L;
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final NumeralReader reader;
    private final char[] view;
    private final int from;
    private final int limit;
    private int at;
    private long total;
    private long section;
    private long pending = -1;
    private boolean pendingChinese;
    private boolean zero;
    private boolean lastWasLarge;
    private long gap;
    private int small = 4;
    private int lastPower;
    private int ending;
    private boolean more;

    Mixture(NumeralReader reader, char[] view, int from, int limit) {
        this.reader = reader;
        this.view = view;
        this.from = from;
        this.limit = limit;
        this.at = from;
    }

    @Nullable Numeral read() {
        boolean going = true;
        while (going && at < limit && total < TOO_LARGE / 10) {
            going = switch (Glyphs.kind(view[at])) {
                case Glyphs.DIGIT -> digit();
                case Glyphs.ARABIC -> arabicDigits();
                case Glyphs.SCALE -> scale();
                default -> more();
            };
        }
        return at == from ? null : finish();
    }

    private boolean digit() {
        int value = Glyphs.value(view[at]);
        if (pending >= 0) {
            boolean pair = pendingChinese && gap == 0 && NumeralReader.isPair(view[at - 1], view[at]);
            gap = pair ? value - pending : 0;
            at += pair ? 1 : 0;
            return pair;
        }
        at++;
        ending = 0;
        if (value == 0) {
            zero = true;
            return Glyphs.chinese(reader.at(at, limit)) || Glyphs.arabic(reader.at(at, limit)) || reader.at(at, limit) == '点';
        }
        pending = value;
        pendingChinese = true;
        lastWasLarge = false;
        return true;
    }

    private boolean arabicDigits() {
        if (pending >= 0 || at > from && !(lastPower > 0)) {
            return false;
        }
        int end = reader.run(at, limit);
        if (end - at > 15) {
            return false;
        }
        pending = reader.digits(at, end, 0).longValue();
        pendingChinese = false;
        at = end;
        ending = 0;
        return true;
    }

    private boolean scale() {
        int power = Glyphs.value(view[at]);
        if (reader.isUnitScale(at, limit)) {
            return false;
        }
        return power < 4 ? small(power) : large(power);
    }

    private boolean small(int power) {
        boolean wordless = pending < 0 && power > 1 && at > from && !zero;
        if (power >= small || wordless || pending >= 0 && tens(view[at]) > 1) {
            return false;
        }
        long times = pending < 0 ? tens(view[at]) : pending;
        section += times * POWERS[power];
        gap *= POWERS[power];
        advance(power);
        small = power;
        return gap == 0 || Glyphs.kind(reader.at(at, limit)) == Glyphs.SCALE;
    }

    private boolean large(int power) {
        long low = section + Math.max(pending, 0);
        if (low == 0 && lastWasLarge) {
            total *= POWERS[Math.min(power, 8)];
        } else {
            long rest = total % POWERS[power];
            long sum = low + rest == 0 ? 1 : low + rest;
            if (sum > TOO_LARGE / POWERS[power]) {
                return false;
            }
            total = total - rest + sum * POWERS[power];
        }
        gap *= POWERS[power];
        section = 0;
        advance(power);
        small = 4;
        lastWasLarge = true;
        ending = ending(power);
        return true;
    }

    /// 廿, 卅 and 卌 are whole tens.
    private static int tens(char c) {
        return switch (c) {
            case '廿' -> 2;
            case '卅' -> 3;
            case '卌' -> 4;
            default -> 1;
        };
    }

    private int ending(int power) {
        int sum = power;
        for (int i = at - 2; i > from && Glyphs.kind(view[i]) == Glyphs.SCALE && sum + Glyphs.value(view[i]) < 18; i--) {
            sum += Glyphs.value(view[i]) >= 4 ? Glyphs.value(view[i]) : 0;
        }
        return sum;
    }

    private void advance(int power) {
        pending = -1;
        zero = false;
        lastWasLarge = false;
        lastPower = power;
        ending = 0;
        at++;
    }

    /// 余 or 几 before a large scale (二十余万); a space before a scale.
    private boolean more() {
        int behind = reader.skipMore(at, limit);
        if (behind > at && at > from && Glyphs.value(view[behind]) >= 4) {
            more = true;
            at = behind;
            return true;
        }
        int next = reader.gap(at, limit);
        boolean scale = next > at && at > from && Glyphs.kind(reader.at(next, limit)) == Glyphs.SCALE
                && (Glyphs.value(view[next]) >= 4 || pending >= 0 && !pendingChinese);
        boolean goesOn = scale || next > at && lastPower > 1 && scaledDigits(next);
        at = goesOn ? next : at;
        return goesOn;
    }

    /// `5 千` after `7 万 `.
    private boolean scaledDigits(int place) {
        int end = reader.run(place, limit);
        int scale = reader.gap(end, limit);
        char c = reader.at(scale, limit);
        return end > place && end - place < 5 && Glyphs.kind(c) == Glyphs.SCALE && Glyphs.value(c) < lastPower;
    }

    private Numeral finish() {
        long rest = Math.max(pending, 0);
        if (pending > 0 && pendingChinese && !zero && lastPower > 1) {
            rest = pending * POWERS[lastPower - 1];
            gap *= POWERS[lastPower - 1];
        }
        var value = BigDecimal.valueOf(total + section + rest);
        var step = BigDecimal.ONE.scaleByPowerOfTen(ending);
        int point = at;
        if (reader.at(point, limit) == '点' && gap == 0 && digitAt(point + 1)) {
            return fraction(value, point);
        }
        var upTo = gap > 0 ? value.add(BigDecimal.valueOf(gap)) : null;
        return new Numeral(from, at, reader.form(from), value, step, upTo, ending, more);
    }

    private boolean digitAt(int place) {
        byte kind = Glyphs.kind(reader.at(place, limit));
        return kind == Glyphs.DIGIT || kind == Glyphs.ARABIC;
    }

    private Numeral fraction(BigDecimal whole, int point) {
        at = point + 1;
        var digits = new StringBuilder();
        while (digitAt(at) && digits.length() < 40) {
            digits.append((char) (Glyphs.arabic(view[at]) ? view[at] : '0' + Glyphs.value(view[at])));
            at++;
        }
        var value = whole.add(new BigDecimal(new java.math.BigInteger(digits.toString()), digits.length()));
        int after = reader.scales(at, limit);
        int power = after < 0 ? 0 : reader.power(at, after);
        at = Math.max(at, after);
        var step = BigDecimal.ONE.scaleByPowerOfTen(power - digits.length());
        return new Numeral(from, at, reader.form(from), value.scaleByPowerOfTen(power), step, null, power, more);
    }
}
