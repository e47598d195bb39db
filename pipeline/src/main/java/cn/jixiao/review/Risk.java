package cn.jixiao.review;

import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How much a figure asks to be looked at, and why: as if every reason for doubt were a chance of its own that the figure
/// is wrong, `1 − (1−a)(1−b)…`. The first chance is what the figure's confidence leaves open; the others are those below.
///
/// @param score 0 to 1; of figures alike, this share is worth the look
/// @param reasons gravest first; empty where nothing but ordinary doubt speaks against it
public record Risk(double score, List<Reason> reasons) {

    /// What can speak against a figure.
    public enum Reason {
        /// It is an operand of a check that failed gravely.
        FAILED_CHECK(0.5),
        /// It jumps a hundredfold from the year before or to the year after.
        OUTLIER(0.4),
        /// It is an operand of a check that failed.
        DOUBTFUL_CHECK(0.3),
        /// It was read from a picture, where digits are confused.
        OCR(0.15),
        /// It is an operand of a check that gives a hint.
        HINT(0.1),
        /// It is read with less than [#LOW] confidence; adds nothing of its own.
        LOW_CONFIDENCE(0);

        private final double chance;

        Reason(double chance) {
            this.chance = chance;
        }
    }

    /// Below this, doubt is named as a reason.
    public static final double LOW = 0.7;

    private static final String READ_BY_OCR = "read:ocr";

    public Risk {
        reasons = List.copyOf(reasons);
        if (!(0 <= score && score <= 1)) {
            throw new IllegalArgumentException("risk " + score);
        }
    }

    /// @param alarm the gravest severity among the failed checks it is an operand of, or null
    static Risk of(Observation figure, Finding.@Nullable Severity alarm, boolean outlier) {
        var reasons = new ArrayList<Reason>();
        if (alarm != null) {
            reasons.add(switch (alarm) {
                case ERROR -> Reason.FAILED_CHECK;
                case WARNING -> Reason.DOUBTFUL_CHECK;
                case INFO -> Reason.HINT;
            });
        }
        if (outlier) {
            reasons.add(Reason.OUTLIER);
        }
        if (figure.rules().contains(READ_BY_OCR)) {
            reasons.add(Reason.OCR);
        }
        if (figure.confidence() < LOW) {
            reasons.add(Reason.LOW_CONFIDENCE);
        }
        reasons.sort(null);
        double right = figure.confidence();
        for (var reason : reasons) {
            right *= 1 - reason.chance;
        }
        return new Risk(1 - right, reasons);
    }
}
