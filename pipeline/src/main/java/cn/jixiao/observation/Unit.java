package cn.jixiao.observation;

import java.math.BigDecimal;
import java.util.List;

/// A unit as reports write it.
///
/// @param symbol what exports call it: `CNY`, `%`, `分`, `件`
/// @param words its spellings (`万元`, `万元人民币`)
/// @param factor what one of it is in the symbol's own size, exactly: `万元` is 10000 CNY, `‰` is 0.1 %
public record Unit(String symbol, Kind kind, List<String> words, BigDecimal factor) {

    public Unit {
        words = List.copyOf(words);
        if (factor.signum() <= 0) {
            throw new IllegalArgumentException("unit " + symbol + " with factor " + factor);
        }
    }
}
