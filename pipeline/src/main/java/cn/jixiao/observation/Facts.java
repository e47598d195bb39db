package cn.jixiao.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report says of itself. Whatever it does not say, or says in a way that cannot be trusted, is null.
///
/// @param title the report's own title, its lines joined
/// @param agency the unit reported on, not the firm that evaluated it
/// @param evaluator the third-party firm, if one wrote the report
/// @param region the most specific area with a code; a development zone takes its parent's
/// @param year the fiscal year reported on, not the year of signing
/// @param period the months reported on
/// @param rules names of the rules that decided, `fact:rule` (`year:title`)
public record Facts(@Nullable String title, DocumentType type, @Nullable String agency, @Nullable String evaluator,
        @Nullable Region region, @Nullable Integer year, @Nullable Period period, List<String> rules) {

    public static final Facts UNKNOWN = new Facts(null, DocumentType.OTHER, null, null, null, null, null, List.of());

    public Facts {
        rules = List.copyOf(rules);
    }
}
