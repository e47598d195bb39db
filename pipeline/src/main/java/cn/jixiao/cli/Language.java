package cn.jixiao.cli;

import java.util.Locale;

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
