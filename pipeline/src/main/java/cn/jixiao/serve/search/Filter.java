package cn.jixiao.serve.search;

import cn.jixiao.index.QueryLanguage;
import cn.jixiao.observation.Region;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Words;
import java.util.Locale;
import java.util.Set;

/// What hits can be narrowed by, in the order of the page; each is a parameter of the address and a field of the query
/// language.
public enum Filter {
    YEAR, TYPE, REGION, AGENCY, INDICATOR, STATUS, RULE, SEVERITY, ROLE;

    /// Whose values are names as reports tell them; those of the others are keywords.
    private static final Set<Filter> NAMES = Set.of(REGION, AGENCY);

    /// As the address and the query language spell it.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// A clause of the query language.
    public String clause(String value) {
        boolean bare = value.matches("[\\p{Alnum}_.-]+") && !value.matches("AND|OR|NOT");
        return key() + ":" + (bare && !NAMES.contains(this) || value.matches("\\d{6}") ? value : QueryLanguage.quote(value));
    }

    /// A value in words.
    String words(String value, Library library, Words words) {
        return switch (this) {
            case TYPE -> known(words, "type." + value.toUpperCase(Locale.ROOT), value);
            case STATUS -> known(words, "status." + value.toUpperCase(Locale.ROOT), value);
            case REGION -> library.regions().byCode(value).map(Region::name).orElse(value);
            case INDICATOR -> library.indicatorName(value, words);
            case RULE -> library.ruleName(value, words);
            case SEVERITY -> known(words, "severity." + value, value);
            case ROLE -> known(words, "role." + value, value);
            case YEAR, AGENCY -> value;
        };
    }

    private static String known(Words words, String key, String otherwise) {
        return words.has(key) ? words.text(key) : otherwise;
    }
}
