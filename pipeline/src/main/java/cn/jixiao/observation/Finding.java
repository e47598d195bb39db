package cn.jixiao.observation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What checking found: a relation between observations that holds, or an alarm.
///
/// @param rule family and name (`sum.listed`)
/// @param holds true: checked and right; false: an alarm
/// @param message one readable Chinese line with the arithmetic
/// @param observations ids of the operands, the whole, the rate or the actual first
/// @param expected what the operands give, as printed in the message, or null
/// @param found what the report states, or null
public record Finding(String docId, String source, String rule, boolean holds, Severity severity, String message,
        List<String> observations, @Nullable String expected, @Nullable String found) {

    /// How grave an alarm is.
    public enum Severity {
        ERROR, WARNING, INFO;

        /// As exports spell it: `warning`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Finding {
        observations = List.copyOf(observations);
    }
}
