package cn.jixiao.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The languages that Jixiao speaks.
enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE), EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /// The locale that a person asked the machine for, even where it is not installed and Java falls back to another:
    /// `JIXIAO_LANG`, else the first of POSIX's variables that is set, else `fallback`.
    static Locale system(Map<String, String> environment, Locale fallback) {
        for (var variable : List.of("JIXIAO_LANG", "LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                return value.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : fallback;
            }
        }
        return fallback;
    }

    /// `--lang` where it is given, else Chinese where the machine's locale is Chinese, else English.
    ///
    /// Looked up before the arguments are parsed, since the parser's own words depend on it.
    static Language of(String[] arguments, Locale system) {
        for (int i = 0; i < arguments.length; i++) {
            var value = arguments[i].startsWith("--lang=") ? arguments[i].substring(7)
                    : arguments[i].equals("--lang") && i + 1 < arguments.length ? arguments[i + 1] : "";
            if (value.equalsIgnoreCase("zh") || value.equalsIgnoreCase("en")) {
                return valueOf(value.toUpperCase(Locale.ROOT));
            }
        }
        return system.getLanguage().equals("zh") ? ZH : EN;
    }
}
