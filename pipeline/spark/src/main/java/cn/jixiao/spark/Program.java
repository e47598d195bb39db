package cn.jixiao.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// The program as it travels in this module's jar, put on disk and loaded apart: its libraries and Spark's never meet,
/// whatever their versions. Only types of Java cross.
final class Program implements AutoCloseable {

    private static final String INSIDE = "program/";
    private static final String TASK = "cn.jixiao.cluster.FileTask";

    private final Path folder;
    private final URLClassLoader loader;

    private Program(Path folder) throws IOException {
        this.folder = folder;
        loader = new URLClassLoader("jixiao", libraries(folder), ClassLoader.getPlatformClassLoader());
    }

    /// Puts the program into a new folder below another.
    static Program unpack(Path below) {
        try {
            Files.createDirectories(below);
            var folder = Files.createTempDirectory(below, "jixiao").toAbsolutePath();
            copy(place(), folder);
            return new Program(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("the program cannot be put on disk below " + below, e);
        }
    }

    private static Path place() {
        try {
            return Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("this job's own jar cannot be found", e);
        }
    }

    private static void copy(Path place, Path folder) throws IOException {
        if (Files.isDirectory(place)) {
            var inside = place.resolve(INSIDE);
            try (var files = Files.walk(inside)) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    try (var in = Files.newInputStream(file)) {
                        write(in, folder.resolve(inside.relativize(file).toString()));
                    }
                }
            }
            return;
        }
        try (var jar = new ZipFile(place.toFile())) {
            for (var entries = jar.entries(); entries.hasMoreElements();) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(INSIDE) && !entry.isDirectory()) {
                    try (var in = jar.getInputStream(entry)) {
                        write(in, folder.resolve(entry.getName().substring(INSIDE.length())));
                    }
                }
            }
        }
    }

    private static void write(InputStream in, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(in, file);
    }

    private static URL[] libraries(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            var jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            if (jars.isEmpty()) {
                throw new IOException("the program is missing in the jar: build it with Maven");
            }
            return jars.stream().map(Program::url).toArray(URL[]::new);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new AssertionError("files have addresses", e);
        }
    }

    Path folder() {
        return folder;
    }

    /// The dictionaries that came with the program.
    Path dictionaries() {
        return folder.resolve("dictionaries");
    }

    /// What reads files. Its `toString` names what makes records, and it is closeable.
    @SuppressWarnings("unchecked")
    Function<Map<String, Object>, Iterator<Map<String, Object>>> task(List<Path> dictionaries,
            Map<String, String> settings, Path scratch) {
        return within(() -> (Function<Map<String, Object>, Iterator<Map<String, Object>>>) loader.loadClass(TASK)
                .getConstructor(List.class, Map.class, Path.class).newInstance(dictionaries, settings, scratch));
    }

    /// The files below paths of this machine.
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> list(List<String> paths) {
        return within(() -> (List<Map<String, Object>>) loader.loadClass(TASK).getMethod("list", List.class).invoke(null, paths));
    }

    /// Something done by the program's own classes.
    interface Work<T> {
        T run() throws ReflectiveOperationException;
    }

    /// Libraries that ask the thread for classes must find the program's.
    <T> T within(Work<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.run();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the program in the jar is of another version", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
            delete(folder);
        } catch (IOException e) {
            // Temporary files that the system cleans up in its time.
            return;
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
