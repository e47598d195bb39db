package cn.jixiao.serve;

import cn.jixiao.document.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/// The words on the pages, in one language. What the command line says of files, outcomes and types is said here alike.
public final class Words {

    static final String BUNDLE = "cn.jixiao.serve.words";

    /// The command line's words, for what pages tell too.
    private static final String COMMON = "cn.jixiao.cli.messages";

    private static final Words CHINESE = new Words(Locale.SIMPLIFIED_CHINESE);
    private static final Words ENGLISH = new Words(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle own;
    private final ResourceBundle common;

    private Words(Locale locale) {
        this.locale = locale;
        this.own = bundle(BUNDLE, locale);
        this.common = bundle(COMMON, locale);
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Chinese unless it is `en`.
    public static Words of(String language) {
        return language.equals("en") ? ENGLISH : CHINESE;
    }

    public boolean chinese() {
        return this == CHINESE;
    }

    /// As HTML's `lang`.
    public String tag() {
        return chinese() ? "zh-CN" : "en";
    }

    public Locale locale() {
        return locale;
    }

    /// The words of a key with `{0}` filled in as it is.
    ///
    /// @throws MissingResourceException if neither bundle has it
    public String text(String key, Object... values) {
        var texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat((own.containsKey(key) ? own : common).getString(key), locale).format(texts);
    }

    /// A count as people read it: 1,637.
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    public boolean has(String key) {
        return own.containsKey(key) || common.containsKey(key);
    }

    /// What happened to a file.
    public String problem(Problem problem) {
        var place = problem.place().isEmpty() ? "" : text("problem.place", problem.place());
        return text("problem." + problem.kind()) + place;
    }

    /// What a person can do about it.
    public String remedy(Problem.Kind kind) {
        return has("page.remedy." + kind) ? text("page.remedy." + kind) : text("remedy." + kind);
    }
}
