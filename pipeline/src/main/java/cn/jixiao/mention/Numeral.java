package cn.jixiao.mention;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A number as read, before any unit.
///
/// @param step what one of its last printed digit counts: `3.7万` has 1000
/// @param upTo the other end of a spoken range (`七八`), or null
/// @param scale the power of ten it ends with (`4` for `3.7万`); numbers of a list may inherit it
/// @param more whether 余, 多 or 几 stands inside (`920余万`)
record Numeral(int start, int end, Form form, BigDecimal value, BigDecimal step, @Nullable BigDecimal upTo, int scale,
        boolean more) {

    /// How a number is written.
    enum Form {
        ARABIC, CHINESE, CAPITAL,
        /// Digits between dots, as dates, versions and section numbers have them (`2021.12.31`), and codes too long for a quantity.
        DOTTED;

        String rule() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    int length() {
        return end - start;
    }

    boolean arabic() {
        return form == Form.ARABIC;
    }

    /// This number times a power of ten, as in a list whose last number alone carries 万.
    Numeral scaled(int power) {
        return new Numeral(start, end, form, value.scaleByPowerOfTen(power), step.scaleByPowerOfTen(power),
                upTo == null ? null : upTo.scaleByPowerOfTen(power), power, more);
    }

    Numeral endingAt(int newEnd, boolean nowMore) {
        return new Numeral(start, newEnd, form, value, step, upTo, scale, more || nowMore);
    }
}
