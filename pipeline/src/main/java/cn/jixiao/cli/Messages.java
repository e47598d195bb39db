package cn.jixiao.cli;

import cn.jixiao.document.Problem;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words that people read, in their language; English and Chinese bundles have the same keys.
final class Messages {

    static final String BUNDLE = "cn.jixiao.cli.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    Messages(Language language) {
        this.locale = language.locale();
        this.bundle = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return locale;
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /// The words of a key, its `{0}` filled in; numbers are printed as they are, control characters as codes.
    ///
    /// @throws java.util.MissingResourceException if the bundle lacks the key
    String text(String key, Object... arguments) {
        var words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            words[i] = Printable.lines(String.valueOf(arguments[i]));
        }
        return new MessageFormat(bundle.getString(key), locale).format(words);
    }

    /// What happened to a file.
    String problem(Problem problem) {
        var words = text("problem." + problem.kind());
        var place = problem.place().isEmpty() ? "" : text("problem.place", problem.place());
        return problem.detail().isEmpty() ? words + place : text("problem.detail", words + place, problem.detail());
    }

    /// What a person can do about it.
    String remedy(Problem.Kind kind) {
        return text("remedy." + kind);
    }
}
