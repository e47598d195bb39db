package cn.jixiao.mention;

import java.math.BigDecimal;

/// How decimals are held: without trailing noughts and without exponents.
final class Decimals {

    private Decimals() {
    }

    static BigDecimal plain(BigDecimal value) {
        var bare = value.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }
}
