package cn.jixiao.serve.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Set;

/// The workspace's own folder of files that were sent to it. A file keeps its name; another file of the same name gets a
/// number, so that two offices' 自评报告.docx do not take each other's place.
record Uploads(Path folder) {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_NAMESAKES = 100_000;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /// Where a browser's files are put aside while they come in; hidden, so that no import reads it.
    Path incoming() {
        return folder.resolve(".incoming");
    }

    /// Puts a file in; the same content under the same name is kept once.
    ///
    /// @param sent the name that the browser tells
    /// @return the name it goes by
    String put(String sent, InputStream content) throws IOException {
        Files.createDirectories(incoming());
        var fresh = Files.createTempFile(incoming(), "file", "");
        try {
            Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
            return place(fresh, name(sent));
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /// One at a time, so that two of one name do not meet.
    private String place(Path fresh, String name) throws IOException {
        synchronized (Uploads.class) {
            for (int number = 1; number < MOST_NAMESAKES; number++) {
                var target = folder.resolve(numbered(name, number));
                if (!Files.exists(target)) {
                    Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                    return target.getFileName().toString();
                }
                if (Files.mismatch(fresh, target) < 0) {
                    return target.getFileName().toString();
                }
            }
            throw new IOException("too many files called " + name);
        }
    }

    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return number == 1 ? name : dot <= 0 ? name + " (" + number + ")"
                : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    /// The last name of what was sent, without what a file system or a list could be misled by.
    static String name(String sent) {
        var last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        var plain = new StringBuilder();
        last.codePoints().filter(c -> !isAwkward(c)).forEach(plain::appendCodePoint);
        var name = plain.toString().strip().replaceFirst("^[.~$ ]+", "").replaceFirst("[. ]+$", "");
        int dot = name.lastIndexOf('.');
        var end = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        var stem = name.substring(0, name.length() - end.length());
        if (stem.isBlank() || DEVICES.contains(stem.toLowerCase(Locale.ROOT))) {
            stem = "report";
        }
        return stem.substring(0, Math.min(stem.length(), LONGEST_NAME)) + end;
    }

    /// Control and format characters (those that turn the direction of writing among them), halves of characters, and what
    /// a file system means something by.
    private static boolean isAwkward(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
                || type == Character.UNASSIGNED || "<>:\"|?*".indexOf(c) >= 0;
    }
}
