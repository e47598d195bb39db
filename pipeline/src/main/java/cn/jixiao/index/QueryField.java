package cn.jixiao.index;

import cn.jixiao.index.SearchQuery.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields that a query can name, one line a field.
enum QueryField {
    TEXT(Holds.TEXT, null), TITLE(Holds.NAME, null), SOURCE(Holds.NAME, null), AGENCY(Holds.NAME, null),
    EVALUATOR(Holds.NAME, null), PROJECT(Holds.NAME, null), REGION(Holds.REGION, null), YEAR(Holds.INTEGER, null),
    TYPE(Holds.KEYWORD, null), STATUS(Holds.KEYWORD, null), ID(Holds.KEYWORD, null),
    INDICATOR(Holds.KEYWORD, Level.OBSERVATIONS), VALUE(Holds.DECIMAL, Level.OBSERVATIONS),
    UNIT(Holds.KEYWORD, Level.OBSERVATIONS), KIND(Holds.KEYWORD, Level.OBSERVATIONS),
    ROLE(Holds.KEYWORD, Level.OBSERVATIONS), LABEL(Holds.NAME, Level.OBSERVATIONS),
    BREAKDOWN(Holds.NAME, Level.OBSERVATIONS), CONFIDENCE(Holds.DECIMAL, Level.OBSERVATIONS),
    RULE(Holds.KEYWORD, Level.FINDINGS), SEVERITY(Holds.KEYWORD, Level.FINDINGS), HOLDS(Holds.KEYWORD, Level.FINDINGS);

    /// How a field is searched.
    enum Holds {
        /// The running text.
        TEXT,
        /// A name, of which any part will do.
        NAME,
        /// A name or a code of an area, for it and all areas in it.
        REGION,
        /// A value as it is.
        KEYWORD,
        INTEGER,
        DECIMAL
    }

    private final Holds holds;
    private final @Nullable Level level;

    QueryField(Holds holds, @Nullable Level level) {
        this.holds = holds;
        this.level = level;
    }

    Holds holds() {
        return holds;
    }

    /// What a query that names this field asks for, if it says.
    Optional<Level> level() {
        return Optional.ofNullable(level);
    }

    /// Its name in queries.
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its name in the index.
    String stored() {
        return switch (this) {
            case TEXT -> Fields.CHARS;
            case ID -> Fields.DOC_ID;
            default -> key();
        };
    }

    static Optional<QueryField> of(String name) {
        return Arrays.stream(values()).filter(field -> field.key().equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(QueryField::key).toList();
    }
}
