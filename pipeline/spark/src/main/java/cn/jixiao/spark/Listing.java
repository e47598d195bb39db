package cn.jixiao.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// The files below the paths that were named, in the order of their names, and paths that gave none.
///
/// @param unreachable path and reason
record Listing(List<FileRef> files, Map<String, String> unreachable) {

    private static final Pattern ADDRESS = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+:/.*");

    Listing {
        files = List.copyOf(files);
        unreachable = new TreeMap<>(unreachable);
    }

    /// Paths without a scheme, and those of `file:`, are of the file systems that all machines of the cluster share; others
    /// are Hadoop's.
    static Listing of(List<String> paths, Program program, Configuration configuration) {
        var local = new ArrayList<String>();
        var files = new TreeMap<String, FileRef>();
        var unreachable = new TreeMap<String, String>();
        for (var path : paths) {
            if (!ADDRESS.matcher(path).matches()) {
                local.add(path);
            } else if (path.startsWith("file:")) {
                local.add(java.nio.file.Path.of(URI.create(path)).toString());
            } else {
                try {
                    new Walk(files, unreachable).start(path, configuration);
                } catch (IOException | IllegalArgumentException e) {
                    unreachable.put(path, e instanceof FileNotFoundException ? "MISSING" : "NO_PERMISSION");
                }
            }
        }
        for (var found : local.isEmpty() ? List.<Map<String, Object>>of() : program.list(local)) {
            var path = (String) found.get("path");
            if (found.get("unreachable") instanceof String reason) {
                unreachable.put(path, reason);
            } else {
                files.put(path, new FileRef(path, ((java.nio.file.Path) found.get("file")).toAbsolutePath().toString(), true,
                        (Long) found.get("size"), (Long) found.get("modified")));
            }
        }
        return new Listing(List.copyOf(files.values()), unreachable);
    }

    private record Walk(Map<String, FileRef> files, Map<String, String> unreachable) {

        void start(String argument, Configuration configuration) throws IOException {
            var root = new Path(URI.create(argument));
            var storage = root.getFileSystem(configuration);
            var status = storage.getFileStatus(root);
            if (status.isFile()) {
                add(argument, status);
            } else {
                below(storage, status.getPath(), argument.endsWith("/") ? argument : argument + "/");
            }
        }

        /// Names are those of a local import: hidden files and the lock files that offices leave are no reports.
        private void below(FileSystem storage, Path folder, String given) {
            try {
                for (var each : storage.listStatus(folder)) {
                    var name = each.getPath().getName();
                    if (name.startsWith(".") || name.startsWith("~$")) {
                        continue;
                    }
                    if (each.isDirectory()) {
                        below(storage, each.getPath(), given + name + "/");
                    } else {
                        add(given + name, each);
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                unreachable.put(given, "NO_PERMISSION");
            }
        }

        private void add(String given, FileStatus status) {
            files.put(given, new FileRef(given, status.getPath().toUri().toString(), false, status.getLen(),
                    status.getModificationTime()));
        }
    }
}
