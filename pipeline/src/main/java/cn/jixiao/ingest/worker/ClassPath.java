package cn.jixiao.ingest.worker;

import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where this program's classes come from: the class path of the process, or that of the loader which keeps the program
/// apart from the libraries of a scheduler it runs under.
public final class ClassPath {

    private ClassPath() {
    }

    /// As the option `-cp` takes it.
    public static String own() {
        return ClassPath.class.getClassLoader() instanceof URLClassLoader apart
                ? Stream.of(apart.getURLs()).map(ClassPath::file).collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    private static String file(URL place) {
        return Path.of(URI.create(place.toString())).toString();
    }
}
