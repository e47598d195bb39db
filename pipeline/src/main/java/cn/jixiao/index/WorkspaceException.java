package cn.jixiao.index;

import java.nio.file.Path;
import java.util.Locale;

/// A workspace that cannot be used, and why; the words for the user stand in the message bundles.
public final class WorkspaceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// What is wrong with the workspace.
    public enum Reason {
        /// Another import is writing into it.
        BUSY,
        /// It cannot be created or written: rights, a read-only disk, a file in the folder's place.
        UNWRITABLE,
        /// The disk is full.
        FULL,
        /// Nothing was ever imported into it.
        MISSING,
        /// It was made by another version of the program, or its files are broken.
        DAMAGED,
        /// Any other trouble of the disk while reading.
        UNREADABLE
    }

    private final Reason reason;
    private final transient Path folder;

    WorkspaceException(Reason reason, Path folder, Throwable cause) {
        super("workspace " + folder + " is " + reason.name().toLowerCase(Locale.ROOT) + ": "
                + cause.getMessage(), cause);
        this.reason = reason;
        this.folder = folder;
    }

    public Reason reason() {
        return reason;
    }

    /// The workspace as it was named.
    public Path folder() {
        return folder;
    }
}
