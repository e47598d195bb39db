package cn.jixiao.export;

import cn.jixiao.dictionary.CellRules;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The words on what people read, in their language: Chinese, or English for all others.
public final class Labels {

    private final ResourceBundle words;
    private final CellRules rules;

    private Labels(ResourceBundle words, CellRules rules) {
        this.words = words;
        this.rules = rules;
    }

    public static Labels of(Locale locale) {
        return new Labels(ResourceBundle.getBundle("cn.jixiao.export.labels", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)), CellRules.NONE);
    }

    /// The same with the names of rules that stand in the dictionary.
    public Labels with(CellRules itsRules) {
        return new Labels(words, itsRules);
    }

    /// The name of a rule that chose a figure.
    public String rule(String id) {
        boolean chinese = words.getLocale().getLanguage().equals(Locale.CHINESE.getLanguage());
        return rules.find(id).map(rule -> chinese ? rule.name() : rule.englishName()).orElseGet(() -> of("rule." + id));
    }

    /// @throws java.util.MissingResourceException if there is no such label
    public String of(String key) {
        return words.getString(key);
    }

    /// A label with `{0}`, `{1}` filled in, as they are.
    public String of(String key, Object... values) {
        var texts = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            texts[i] = String.valueOf(values[i]);
        }
        return new MessageFormat(words.getString(key), Locale.ROOT).format(texts);
    }
}
