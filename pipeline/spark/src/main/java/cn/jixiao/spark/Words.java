package cn.jixiao.spark;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What the job says: its result on standard output, everything else on standard error, in the language of the machine.
final class Words {

    static final int FAILURES_NAMED = 50;

    private final ResourceBundle bundle;
    private final PrintStream out = utf8(System.out);
    private final PrintStream err = utf8(System.err);

    private Words(Locale locale) {
        bundle = ResourceBundle.getBundle("cn.jixiao.spark.words", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /// Chinese where `jixiao.lang`, or else the first of POSIX's variables that is set, asks for it.
    static Words ofSystem() {
        var asked = System.getProperty("jixiao.lang", List.of("LC_ALL", "LC_MESSAGES", "LANG").stream()
                .map(name -> System.getenv().getOrDefault(name, "")).filter(value -> !value.isEmpty()).findFirst().orElse(""));
        return new Words(asked.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    /// A line of the result.
    void say(String key, Object... values) {
        out.println(text(key, values));
    }

    /// A line beside the result.
    void tell(String key, Object... values) {
        err.println(text(key, values));
    }

    private String text(String key, Object... values) {
        var words = java.util.stream.Stream.of(values).map(value -> printable(String.valueOf(value))).toArray();
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }

    /// File names may hold what a terminal would obey.
    private static String printable(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
