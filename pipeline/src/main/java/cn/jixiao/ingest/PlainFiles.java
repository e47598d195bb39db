package cn.jixiao.ingest;

import cn.jixiao.document.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which files need no worker: plain text without markup, whose reading is decoding and nothing else.
final class PlainFiles {

    private static final int LOOKED_AT = 65_536;
    private static final long MOST_BYTES = 4_000_000;
    private static final Pattern MARKED_UP = Pattern.compile("<[a-zA-Z!?/]|%PDF-|\\{\\\\rt");

    private PlainFiles() {
    }

    /// Whether a name promises plain text; the content decides.
    static boolean named(String path) {
        var name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".txt") || name.endsWith(".csv");
    }

    /// Whether the content is plain text as far as its beginning tells. False for what cannot be opened.
    static boolean are(Source source) {
        try (var in = source.content().open()) {
            if (source.content().size() > MOST_BYTES) {
                return false;
            }
            var head = in.readNBytes(LOOKED_AT);
            for (byte b : head) {
                if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') {
                    return false;
                }
            }
            return !MARKED_UP.matcher(new String(head, StandardCharsets.ISO_8859_1)).find();
        } catch (IOException | SecurityException e) {
            return false;
        }
    }
}
