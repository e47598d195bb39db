package cn.jixiao.observation;

import java.util.Arrays;

/// How a printed number bounds what it tells: `920余万元` is [#GT] 9200000, `不少于2次` is [#GE] 2.
public enum Comparator {
    EQ("="), GT(">"), GE(">="), LT("<"), LE("<="), ABOUT("~");

    private final String symbol;

    Comparator(String symbol) {
        this.symbol = symbol;
    }

    /// As exports spell it: `>=`.
    public String symbol() {
        return symbol;
    }

    /// @throws IllegalArgumentException for anything but a [#symbol()]
    public static Comparator of(String symbol) {
        return Arrays.stream(values()).filter(each -> each.symbol.equals(symbol)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no comparator is written '" + symbol + "'"));
    }
}
