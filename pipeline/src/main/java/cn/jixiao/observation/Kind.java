package cn.jixiao.observation;

import java.util.Locale;

/// What sort of quantity a number is. Amounts are held in yuan, rates in percent points (87.63), counts in ones.
public enum Kind {
    AMOUNT, RATE, COUNT, SCORE;

    /// As exports spell it: `amount`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
