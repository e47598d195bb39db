package cn.jixiao.compare;

/// A formula that cannot be worked out, and why; the words for the user stand in the message bundles.
public final class FormulaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with it.
    public enum Reason {
        /// Something stands where it cannot; `what` is the rest from there.
        SYNTAX,
        /// No indicator is called `what`.
        UNKNOWN_INDICATOR,
        /// Figures of different units are added or subtracted; `what` names both.
        MIXED_SUM,
        /// Rates or scores are multiplied, or divided by something else; `what` names both.
        MIXED_RATE,
        /// Something is divided by nought; `what` is how that is written.
        ZERO_DIVISOR,
        /// The unit that the dictionary states is not the one that comes out; `what` is that one.
        WRONG_UNIT,
        /// A rate or a score per head; `what` is the indicator.
        RATE_PER_HEAD
    }

    private final Reason reason;
    private final String formula;
    private final String what;

    FormulaException(Reason reason, String formula, String what) {
        super("formula '" + formula + "': " + reason.name().toLowerCase(java.util.Locale.ROOT) + " '" + what + "'");
        this.reason = reason;
        this.formula = formula;
        this.what = what;
    }

    public Reason reason() {
        return reason;
    }

    public String formula() {
        return formula;
    }

    public String what() {
        return what;
    }
}
