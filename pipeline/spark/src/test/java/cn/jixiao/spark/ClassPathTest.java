package cn.jixiao.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Neither side's libraries reach the other's class path, and neither has two versions of one.
class ClassPathTest {

    private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    /// Multi-release markers and descriptors that every jar has its own of.
    private static final Pattern CLASS = Pattern.compile("(?!META-INF/|module-info).*\\.class");

    private static final Pattern SHARED = Pattern.compile(
            "(com/fasterxml/jackson|org/apache/(logging|lucene|parquet|poi|tika|commons)|org/slf4j)/.*\\.class");

    @Test
    void theJobBringsNoClassesButItsOwn() throws IOException {
        try (var jar = new ZipFile(Commands.JOB.toFile())) {
            var strange = jar.stream().map(entry -> entry.getName()).filter(name -> name.endsWith(".class"))
                    .filter(name -> !name.startsWith("cn/jixiao/spark/")).toList();
            assertEquals(List.of(), strange);
        }
    }

    @Test
    void theProgramInTheJobIsTheProgram() throws IOException {
        var program = new TreeSet<String>();
        try (var jar = new ZipFile(Commands.JOB.toFile())) {
            jar.stream().map(entry -> entry.getName()).filter(name -> name.startsWith("program/lib/") && name.endsWith(".jar"))
                    .map(name -> name.substring("program/lib/".length())).forEach(program::add);
        }
        assertEquals(names(files(Commands.HOME.resolve("pipeline/target/lib"))), program);
    }

    @Test
    void sparkNeverReachesTheProgram() throws IOException {
        var strange = names(files(Commands.HOME.resolve("pipeline/target/lib"))).stream()
                .filter(name -> name.matches("(spark|hadoop|scala|parquet|netty)-.*")).toList();
        assertEquals(List.of(), strange);
    }

    @Test
    void neitherSideHasALibraryTwice() throws IOException {
        assertEquals(List.of(), twice(files(Commands.HOME.resolve("pipeline/target/lib"))));
        assertEquals(List.of(), twice(Commands.sparkJars()));
    }

    @Test
    void noClassOfTheProgramLiesInTwoJars() throws IOException {
        var jars = new ArrayList<>(files(Commands.HOME.resolve("pipeline/target/lib")));
        jars.add(Commands.HOME.resolve("pipeline/target/jixiao.jar"));
        assertEquals(new TreeSet<>(), doubles(jars, CLASS));
    }

    /// Of Spark's libraries what matters: those that both sides have, in versions of their own. What its own jars pack twice
    /// is Spark's affair.
    @Test
    void noClassOfASharedLibraryLiesInTwoOfSparksJars() throws IOException {
        assertEquals(new TreeSet<>(), doubles(Commands.sparkJars(), SHARED));
    }

    private static TreeSet<String> doubles(List<Path> jars, Pattern classes) throws IOException {
        var holders = new HashMap<String, Path>();
        var doubles = new TreeSet<String>();
        for (var jar : jars) {
            try (var zip = new ZipFile(jar.toFile())) {
                zip.stream().map(entry -> entry.getName()).filter(name -> classes.matcher(name).matches()).forEach(name -> {
                    var other = holders.put(name, jar);
                    if (other != null) {
                        doubles.add(other.getFileName() + " and " + jar.getFileName());
                    }
                });
            }
        }
        return doubles;
    }

    /// This process has Spark on its class path, as an executor has; the program that it loads sees none of it.
    @Test
    void theProgramSeesItsOwnLibrariesOnly(@TempDir Path folder) throws Exception {
        var settings = Map.of("jobs", "1", "seconds", "60", "megabytes", "256", "ocr", "off");
        try (var program = Program.unpack(folder);
                var task = (AutoCloseable) program.task(List.of(program.dictionaries()), settings, folder.resolve("scratch"))) {
            var loader = task.getClass().getClassLoader();
            for (var name : List.of("org.apache.spark.SparkContext", "org.apache.hadoop.conf.Configuration", "scala.Option",
                    SparkIngest.class.getName())) {
                assertNotNull(Class.forName(name, false, getClass().getClassLoader()));
                assertThrows(ClassNotFoundException.class, () -> loader.loadClass(name), name);
            }
            for (var name : List.of("com.fasterxml.jackson.databind.ObjectMapper", "org.slf4j.LoggerFactory",
                    "org.apache.logging.log4j.LogManager", "org.apache.commons.io.IOUtils")) {
                assertNotSame(Class.forName(name, false, getClass().getClassLoader()), loader.loadClass(name), name);
            }
        }
    }

    /// The launcher gives Java what Spark's own launcher does, but for what only warns.
    @Test
    void theLauncherOpensWhatSparkOpens() throws IOException {
        var launcher = Files.readString(Commands.HOME.resolve("pipeline/src/main/java/cn/jixiao/cli/SparkOptions.java"));
        var missing = new ArrayList<>(List.of(JavaModuleOptions.defaultModuleOptionArray()));
        missing.removeIf(option -> launcher.contains("\"" + option + "\""));
        missing.removeAll(List.of("--add-modules=jdk.incubator.vector", "--add-opens=java.base/sun.security.action=ALL-UNNAMED"));
        assertEquals(List.of(), missing);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            var all = files.sorted().toList();
            assertTrue(all.size() > 20, "the program's libraries");
            return all;
        }
    }

    private static TreeSet<String> names(List<Path> jars) {
        var names = new TreeSet<String>();
        jars.forEach(jar -> names.add(jar.getFileName().toString()));
        return names;
    }

    private static List<String> twice(List<Path> jars) {
        var versions = new HashMap<String, String>();
        var twice = new ArrayList<String>();
        for (var jar : jars) {
            var parts = VERSIONED.matcher(jar.getFileName().toString());
            if (parts.matches()) {
                // Netty's natives differ by machine, not by version.
                var version = parts.group(2).replaceAll("-(linux|osx|windows).*", "");
                var other = versions.putIfAbsent(parts.group(1), version);
                if (other != null && !other.equals(version)) {
                    twice.add(jar + " beside " + other);
                }
            }
        }
        return twice;
    }
}
