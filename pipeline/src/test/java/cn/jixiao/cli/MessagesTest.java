package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.jixiao.document.Problem;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(new TreeSet<>(new Messages(Language.EN).bundle().keySet()),
                new TreeSet<>(new Messages(Language.ZH).bundle().keySet()));
    }

    @Test
    void bothLanguagesTellTheSameArguments() {
        var english = new Messages(Language.EN).bundle();
        var chinese = new Messages(Language.ZH).bundle();
        for (var key : english.keySet()) {
            assertEquals(places(english.getString(key)), places(chinese.getString(key)), key);
        }
    }

    private static TreeSet<String> places(String text) {
        var found = new TreeSet<String>();
        var matcher = PLACE.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    @ParameterizedTest
    @EnumSource(Problem.Kind.class)
    void everyProblemHasWordsAndARemedy(Problem.Kind kind) {
        for (var language : Language.values()) {
            var messages = new Messages(language);
            assertFalse(messages.problem(Problem.of(kind)).isBlank());
            assertFalse(messages.remedy(kind).isBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({"status --lang zh,en,ZH", "status --lang=en,zh,EN", "status,zh,ZH", "status,en,EN", "status,de,EN",
        "search --lang fr,zh,ZH"})
    void theLanguageIsAskedForOrTheMachines(String arguments, String system, Language expected) {
        assertEquals(expected, Language.of(arguments.split(" "), Locale.forLanguageTag(system)));
    }

    @ParameterizedTest
    @CsvSource({"zh_CN.UTF-8,,zh", ",zh_CN.GBK,zh", "C,zh_CN.UTF-8,en", ",C,en", ",,en"})
    void theMachinesLocaleIsWhatItsVariablesSay(String all, String lang, String expected) {
        var environment = new java.util.HashMap<String, String>();
        environment.put("LC_ALL", all == null ? "" : all);
        environment.put("LANG", lang == null ? "" : lang);
        assertEquals(expected, Language.system(environment, Locale.ENGLISH).getLanguage());
    }

    @Test
    void aLanguageNamedForTheProgramGoesBeforeTheMachines() {
        var environment = java.util.Map.of("JIXIAO_LANG", "zh", "LC_ALL", "C.UTF-8");
        assertEquals("zh", Language.system(environment, Locale.ENGLISH).getLanguage());
    }
}
