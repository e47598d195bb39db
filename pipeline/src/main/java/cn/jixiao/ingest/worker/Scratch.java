package cn.jixiao.ingest.worker;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// A worker's folder for what its parsers put aside, deleted with the worker.
final class Scratch {

    /// Told to the worker, so that it deletes nothing but a folder made for it.
    static final String FOLDER = "jixiao.worker.folder";

    private Scratch() {
    }

    /// Deletes the folder of the worker that this process is.
    static void clear() {
        var folder = System.getProperty(FOLDER);
        if (folder != null) {
            delete(Path.of(folder));
        }
    }

    /// Deletes a folder and what is in it, links as links. What cannot be deleted is left.
    static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return deleted(file);
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, @Nullable IOException e) {
                    return deleted(emptied);
                }
            });
        } catch (IOException e) {
            // Nothing depends on it; the next import tries again.
            return;
        }
    }

    private static FileVisitResult deleted(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            return FileVisitResult.CONTINUE;
        }
        return FileVisitResult.CONTINUE;
    }
}
