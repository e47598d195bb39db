package cn.jixiao.ingest;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/// The files below the paths that a person named, in an order that does not depend on the file system.
///
/// @param files what to import
/// @param unreachable paths that do not exist, or folders and links that cannot be entered, with the reason
/// @param folders the folders among the paths that the person named, as named
public record FileList(List<Found> files, List<Unreachable> unreachable, List<String> folders) {

    /// A file to import.
    ///
    /// @param path as given: the argument, and below a folder the way to the file, `/` between names
    /// @param size in bytes
    /// @param modified the file's own time in milliseconds since 1970
    public record Found(String path, Path file, long size, long modified) {

        /// The same file as it is at this moment; what cannot be asked counts as empty and is found out by reading it.
        Found now() {
            try {
                var attributes = Files.readAttributes(file, BasicFileAttributes.class);
                return new Found(path, file, attributes.size(), attributes.lastModifiedTime().toMillis());
            } catch (IOException e) {
                return new Found(path, file, 0, 0);
            }
        }
    }

    /// A path that gives nothing.
    public record Unreachable(String path, Reason reason) {
    }

    /// Why a path gives nothing.
    public enum Reason { MISSING, NO_PERMISSION, LOOP }

    public FileList {
        files = List.copyOf(files);
        unreachable = List.copyOf(unreachable);
        folders = List.copyOf(folders);
    }

    /// Whether a path that is not among the files is one that was looked for: it lies in a folder that was named, and not
    /// in a part of it that could not be entered.
    boolean covers(String path) {
        return folders.stream().anyMatch(folder -> lies(path, folder))
                && unreachable.stream().noneMatch(each -> path.equals(each.path()) || lies(path, each.path()));
    }

    private static boolean lies(String path, String folder) {
        if (folder.equals(".")) {
            return !path.startsWith("/") && !path.startsWith("../");
        }
        return path.startsWith(folder.endsWith("/") ? folder : folder + "/");
    }

    /// Lists files and folders. Hidden files and the lock files that offices leave (`~$...`) are no reports; symbolic
    /// links are followed, loops are told.
    public static FileList of(List<String> arguments) {
        var walk = new Walk();
        arguments.forEach(walk::start);
        return walk.list();
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final List<Found> files = new ArrayList<>();
        private final List<Unreachable> unreachable = new ArrayList<>();
        private final List<String> folders = new ArrayList<>();
        private String argument = "";
        private Path root = Path.of("");

        void start(String given) {
            argument = slashes(given);
            root = Path.of(given);
            if (!Files.exists(root)) {
                unreachable.add(new Unreachable(argument, Reason.MISSING));
                return;
            }
            if (Files.isDirectory(root)) {
                folders.add(argument);
            }
            try {
                Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
            } catch (IOException e) {
                unreachable.add(new Unreachable(argument, Reason.NO_PERMISSION));
            }
        }

        FileList list() {
            var distinct = new java.util.TreeMap<String, Found>();
            files.forEach(each -> distinct.putIfAbsent(each.path(), each));
            return new FileList(List.copyOf(distinct.values()),
                    unreachable.stream().sorted(Comparator.comparing(Unreachable::path)).toList(), folders);
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !hidden(folder) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && (file.equals(root) || !hidden(file))) {
                files.add(new Found(given(file), file, attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            var reason = e instanceof java.nio.file.FileSystemLoopException ? Reason.LOOP : Reason.NO_PERMISSION;
            unreachable.add(new Unreachable(given(file), reason));
            return FileVisitResult.CONTINUE;
        }

        private String given(Path file) {
            if (file.equals(root)) {
                return argument;
            }
            var below = slashes(root.relativize(file).toString());
            return argument.endsWith("/") ? argument + below : argument.equals(".") ? below : argument + "/" + below;
        }

        private static boolean hidden(Path path) {
            var name = path.getFileName() == null ? "" : path.getFileName().toString();
            return name.startsWith(".") || name.startsWith("~$");
        }

        private static String slashes(String path) {
            return path.replace('\\', '/');
        }
    }
}
