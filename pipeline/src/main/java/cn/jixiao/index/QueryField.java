package cn.jixiao.index;

import cn.jixiao.index.SearchQuery.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final Map<String, QueryField> CHINESE = Map.ofEntries(Map.entry("正文", TEXT), Map.entry("标题", TITLE),
            Map.entry("文件", SOURCE), Map.entry("单位", AGENCY), Map.entry("部门", AGENCY), Map.entry("评价机构", EVALUATOR),
            Map.entry("项目", PROJECT), Map.entry("地区", REGION), Map.entry("区域", REGION), Map.entry("年度", YEAR),
            Map.entry("年份", YEAR), Map.entry("类型", TYPE), Map.entry("状态", STATUS), Map.entry("指标", INDICATOR),
            Map.entry("数值", VALUE), Map.entry("计量单位", UNIT), Map.entry("分项", BREAKDOWN), Map.entry("规则", RULE));

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

    /// By its name, or by the word that a Chinese form has for it.
    static Optional<QueryField> of(String name) {
        var known = CHINESE.get(name);
        return known != null ? Optional.of(known)
                : Arrays.stream(values()).filter(field -> field.key().equals(name.toLowerCase(Locale.ROOT))).findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(QueryField::key).toList();
    }
}
