package cn.jixiao.index;

import java.util.Locale;

/// An index on servers that cannot be used, and why; the words for the user stand in the message bundles.
public final class IndexServerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with it.
    public enum Reason {
        /// No server answers.
        UNREACHABLE,
        /// Who asks is not known, or has no right to.
        REFUSED,
        /// The server's certificate is not one that is trusted.
        UNTRUSTED,
        /// Somebody else is writing into it, or wrote what this client was about to.
        BUSY,
        /// There is no such index: nothing was imported into it.
        MISSING,
        /// It was made by a newer version of the program.
        NEWER,
        /// It was made by an older version, and has to be filled anew.
        OLDER,
        /// The servers answer what they should not: an error of theirs, again and again, or too little room.
        FAILED
    }

    private final Reason reason;
    private final String address;
    private final String what;

    public IndexServerException(Reason reason, ServerAddress address, String what) {
        super("index " + address + " is " + reason.name().toLowerCase(Locale.ROOT) + ": " + what);
        this.reason = reason;
        this.address = address.toString();
        this.what = what;
    }

    public IndexServerException(Reason reason, ServerAddress address, Throwable cause) {
        this(reason, address, String.valueOf(cause.getMessage()));
        initCause(cause);
    }

    public Reason reason() {
        return reason;
    }

    /// What it is wrong with, or who is busy with it, in words of the servers.
    public String what() {
        return what;
    }

    /// The index as it was named.
    public String address() {
        return address;
    }
}
