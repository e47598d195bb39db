package cn.jixiao.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody decides about something that is no longer what they saw. Nothing was written; they are to be shown what
/// changed, and decide again.
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Entry> since;
    private final transient @Nullable Reading now;

    /// @param what names the thing
    public ConflictException(String what, List<Entry> since, @Nullable Reading now) {
        super(what + " changed: " + since.size() + " entries since");
        this.since = List.copyOf(since);
        this.now = now;
    }

    /// What others said about it meanwhile, oldest first; empty where another reading of the report changed it.
    public List<Entry> since() {
        return since;
    }

    /// The figure as it stands now; null where it is none, or the matter is a finding.
    public @Nullable Reading now() {
        return now;
    }
}
