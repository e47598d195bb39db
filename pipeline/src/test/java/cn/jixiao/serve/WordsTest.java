package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final Path TEMPLATES = Corpus.HOME.resolve("pipeline/src/main/jte");
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    private static final Pattern WHOLE_KEY = Pattern.compile("page\\.t\\(\"([a-z0-9_.]*[a-z0-9_])\"[,)]");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() {
        var english = bundle(Locale.ENGLISH);
        var chinese = bundle(Locale.SIMPLIFIED_CHINESE);
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(chinese.keySet()));
        english.keySet().forEach(key -> assertEquals(places(english.getString(key)), places(chinese.getString(key)), key));
    }

    @Test
    void everyRefusalHasARemedy() {
        var keys = bundle(Locale.ENGLISH).keySet();
        keys.stream().filter(key -> key.startsWith("error.") && !key.endsWith(".remedy") && !key.equals("error.title")
                && !key.equals("error.home")).forEach(key -> assertTrue(keys.contains(key + ".remedy"), key));
    }

    @Test
    void everyWordOfATemplateIsThere() throws IOException {
        for (var template : templates()) {
            var matcher = WHOLE_KEY.matcher(Files.readString(template));
            while (matcher.find()) {
                assertTrue(Words.of("zh").has(matcher.group(1)), template.getFileName() + " " + matcher.group(1));
            }
        }
    }

    /// What a report says may never reach a page as HTML, and no page may carry a script or style of its own.
    @Test
    void noTemplateWritesAnythingUnescaped() throws IOException {
        for (var template : templates()) {
            var text = Files.readString(template);
            assertFalse(text.contains("$unsafe"), template.toString());
            assertFalse(text.contains(" style="), template.toString());
            assertFalse(Pattern.compile("<style|<script>|\\son[a-z]+=\"").matcher(text).find(), template.toString());
        }
    }

    private static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(each -> each.toString().endsWith(".jte")).toList();
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(Words.BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static TreeSet<String> places(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
