package cn.jixiao.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The launcher before a JDK that only tells how it was started.
class LauncherTest {

    private static final Path LAUNCHER = Path.of(System.getProperty("jixiao.home", "..")).resolve("jixiao");

    @TempDir
    private Path home;

    @BeforeEach
    void aProgramAndAJdk() throws IOException {
        Files.copy(LAUNCHER, home.resolve("jixiao"));
        Files.createDirectories(home.resolve("pipeline/target/lib"));
        Files.createFile(home.resolve("pipeline/target/jixiao.jar"));
        var java = Files.createDirectories(home.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor last; do :; done\nprintf '%s|%s|%s' \"$(locale charmap)\" \"${JIXIAO_LANG-}\" \"$last\"\n");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"99\"\n");
        java.toFile().setExecutable(true);
    }

    /// The last of them is a locale that no machine has installed.
    @ParameterizedTest
    @CsvSource({"LANG=C.UTF-8,''", "X=1,''", "LC_ALL=C,C", "LANG=zh_CN.nowhere,zh_CN.nowhere"})
    void chineseArgumentsArriveWhateverTheLocale(String variable, String language) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", home.resolve("jixiao").toString(), "status", "农民工").redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "JIXIAO_LANG"));
        builder.environment().put("JIXIAO_JAVA_HOME", home.resolve("jdk").toString());
        builder.environment().put("JIXIAO_NO_CACHE", "1");
        builder.environment().put(variable.substring(0, variable.indexOf('=')), variable.substring(variable.indexOf('=') + 1));
        var process = builder.start();
        assertEquals("UTF-8|" + language + "|农民工",
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }
}
