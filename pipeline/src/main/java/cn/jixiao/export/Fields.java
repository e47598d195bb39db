package cn.jixiao.export;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The keys and values of one record on its way out, in order; a value is text, a number, true or false, a list, a map,
/// or null.
final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields put(String key, @Nullable Object value) {
        values.put(key, value instanceof BigDecimal number ? plain(number) : value);
        return this;
    }

    Map<String, Object> map() {
        return values;
    }

    /// Without exponent, and without zeros that only the reading put there: 1.25E+5 is 125000, 12.50 is 12.5.
    static BigDecimal plain(BigDecimal number) {
        var bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    static List<String> keys(String words) {
        return List.of(words.strip().split("\\s+"));
    }
}
