package cn.jixiao.index;

/// A text that is not a query; the words for the user stand in the message bundles.
public final class BadQueryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with it.
    public enum Reason {
        /// Something stands where it cannot (two operators).
        SYNTAX,
        /// It ends where a word is wanted (`AND` at the end).
        INCOMPLETE,
        /// A quotation mark has no partner.
        UNCLOSED_QUOTE,
        /// A bracket has no partner.
        UNCLOSED_BRACKET,
        /// No such field; `what` is its name.
        UNKNOWN_FIELD,
        /// No indicator has such an id; `what` is written where one is wanted.
        UNKNOWN_INDICATOR,
        /// The field holds numbers and `what` is none.
        NOT_A_NUMBER,
        /// The field is no range.
        NOT_A_RANGE,
        /// A kind of query that this index does not answer (regular expressions).
        UNSUPPORTED
    }

    private final Reason reason;
    private final int position;
    private final String what;

    BadQueryException(Reason reason, int position, String what, String query) {
        super("bad query '" + query + "' at " + position + ": " + reason.name().toLowerCase(java.util.Locale.ROOT)
                + (what.isEmpty() ? "" : " '" + what + "'"));
        this.reason = reason;
        this.position = position;
        this.what = what;
    }

    public Reason reason() {
        return reason;
    }

    /// 0-based offset in the query where it goes wrong; the query's length for its end.
    public int position() {
        return position;
    }

    /// The words that are wrong, or empty.
    public String what() {
        return what;
    }
}
