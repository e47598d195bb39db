package cn.jixiao.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What every executor must hold alike: the files of the dictionaries, folder by folder, and how files are read.
///
/// @param name tells one knowledge from another by its content
/// @param folders file names below their folder, and their bytes
/// @param settings as the program's task takes them
record Knowledge(String name, List<TreeMap<String, byte[]>> folders, Map<String, String> settings) implements Serializable {

    static Knowledge of(List<Path> folders, Map<String, String> settings) {
        var read = new ArrayList<TreeMap<String, byte[]>>();
        folders.forEach(folder -> read.add(files(folder)));
        return new Knowledge(name(read, settings), read, Map.copyOf(settings));
    }

    private static TreeMap<String, byte[]> files(Path folder) {
        var read = new TreeMap<String, byte[]>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                read.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException("dictionaries in " + folder + " cannot be read", e);
        }
    }

    private static String name(List<TreeMap<String, byte[]>> folders, Map<String, String> settings) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            folders.forEach(folder -> folder.forEach((name, bytes) -> {
                digest.update(name.getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }));
            digest.update(new TreeMap<>(settings).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /// Writes the folders below another.
    List<Path> unpack(Path below) {
        var unpacked = new ArrayList<Path>();
        try {
            for (var folder : folders) {
                var place = Files.createDirectories(below.resolve("dictionaries-" + unpacked.size()));
                for (var file : folder.entrySet()) {
                    var target = place.resolve(file.getKey());
                    Files.createDirectories(target.getParent());
                    Files.write(target, file.getValue());
                }
                unpacked.add(place);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("dictionaries cannot be put below " + below, e);
        }
        return unpacked;
    }
}
