package cn.jixiao.observation;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// That a person looked at a figure, and that it stands in the record as they left it.
///
/// @param state what they did
/// @param who the person, as they gave their name
/// @param when they did it last
/// @param why in their own words, may be empty
/// @param read the figure as the program reads it; null where it reads none
public record Revision(State state, String who, Instant when, String why, @Nullable Observation read) {

    /// What a person can have made of a figure that still stands.
    public enum State {
        /// It was right.
        CONFIRMED,
        /// Something of it was wrong.
        CORRECTED,
        /// The program had not read it.
        ADDED;

        /// As exports spell it: `corrected`.
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Revision {
        if (read != null && read.revision() != null) {
            throw new IllegalArgumentException("a figure as read has no revision: " + read.id());
        }
    }
}
