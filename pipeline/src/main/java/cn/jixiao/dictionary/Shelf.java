package cn.jixiao.dictionary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/// The folders that dictionary files come from: the program's own first, then a user's laid over it.
///
/// @param folders in order; later ones add to and override earlier ones
public record Shelf(List<Path> folders) {

    /// A file of a folder.
    ///
    /// @param name relative to its folder, for messages (`indicators/fund.yaml`)
    public record Book(String name, Path path) {

        /// @throws DictionaryException if it cannot be read
        public String text() {
            try {
                return Files.readString(path);
            } catch (IOException e) {
                throw new DictionaryException(path.toString(), 1, "cannot be read: " + e.getMessage());
            }
        }

        public List<Entry> entries() {
            return Entry.parse(name, text());
        }
    }

    public Shelf {
        folders = List.copyOf(folders);
        for (var folder : folders) {
            if (!Files.isDirectory(folder)) {
                throw new DictionaryException(folder.toString(), 1, "is not a folder of dictionaries");
            }
        }
    }

    public static Shelf of(Path... folders) {
        return new Shelf(List.of(folders));
    }

    /// The files with an ending below `name` (a folder) or called `name`, by folder and then by name.
    public List<Book> books(String name, String ending) {
        return folders.stream().flatMap(folder -> books(folder, name, ending).stream()).toList();
    }

    private static List<Book> books(Path folder, String name, String ending) {
        var root = folder.resolve(name);
        var found = new TreeMap<String, Path>();
        var file = folder.resolve(name + ending);
        if (Files.isRegularFile(file)) {
            found.put(relative(folder, file), file);
        }
        if (Files.isDirectory(root)) {
            try (var files = Files.walk(root)) {
                files.filter(each -> each.toString().endsWith(ending)).filter(Files::isRegularFile)
                        .forEach(each -> found.put(relative(folder, each), each));
            } catch (IOException e) {
                throw new UncheckedIOException(root + " cannot be listed", e);
            }
        }
        return found.entrySet().stream().map(each -> new Book(each.getKey(), each.getValue())).toList();
    }

    private static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
