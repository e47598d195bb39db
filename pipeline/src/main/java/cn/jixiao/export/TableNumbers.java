package cn.jixiao.export;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What the columns of Parquet files and databases can hold of a figure's numbers: DECIMAL(38,10), which is wider than any
/// amount of a budget. A number that is longer (a spreadsheet's 33.333333333333336, a misprint of thirty digits) would be
/// rounded or would end the whole export. It is left out instead and told, so that every number of a table is exact.
final class TableNumbers {

    static final String TYPE = "DECIMAL(38,10)";
    static final List<String> KEYS = List.of("value", "low", "high");

    private static final int DIGITS = 38;
    private static final int DECIMALS = 10;

    private TableNumbers() {
    }

    /// A number that a column cannot hold.
    ///
    /// @param id of the observation, and its source
    /// @param key of the column
    record TooLong(String source, String id, String key, BigDecimal number) {

        @Override
        public String toString() {
            return source + " " + id + " " + told();
        }

        /// The column and the number, in as many digits as anybody would read.
        String told() {
            var digits = number.toString();
            return key + "=" + (digits.length() <= 2 * DIGITS ? digits : digits.substring(0, 2 * DIGITS) + "…");
        }
    }

    static boolean fits(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.scale() <= DECIMALS && (long) bare.precision() - bare.scale() <= DIGITS - DECIMALS;
    }

    /// A record with null for the numbers that do not fit; the very same where all do.
    ///
    /// @param told is given each number that does not fit
    static Map<String, Object> fitted(Map<String, Object> record, Consumer<TooLong> told) {
        Map<String, Object> fitted = record;
        for (var key : KEYS) {
            if (record.get(key) instanceof BigDecimal number && !fits(number)) {
                told.accept(new TooLong(String.valueOf(record.get("source")), String.valueOf(record.get("id")), key, number));
                fitted = fitted == record ? new LinkedHashMap<>(record) : fitted;
                fitted.put(key, null);
            }
        }
        return fitted;
    }
}
