package cn.jixiao.read.web;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// Reads pages that a browser saved in one file (MHTML, RFC 2557): the page itself, without its pictures.
public final class SavedPageReader {

    public static final String MEDIA_TYPE = "multipart/related";

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\"\\r\\n;]{1,120})\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern RELATED = Pattern.compile("(?m)^content-type:\\s{0,9}multipart/(?:related|mixed|alternative)\\b",
            Pattern.CASE_INSENSITIVE);

    /// Whether a file begins as saved pages do.
    public static boolean begins(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, 4000), StandardCharsets.ISO_8859_1);
        return text.toLowerCase(Locale.ROOT).contains("mime-version:") && RELATED.matcher(text).find()
                && BOUNDARY.matcher(text).find();
    }

    /// @throws IOException if there is no page in the file
    public Document read(String id, Source source) throws IOException {
        byte[] bytes;
        try (var in = source.content().open()) {
            bytes = in.readAllBytes();
        }
        // One character a byte, so that parts can be found before their encoding is known.
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        var boundary = BOUNDARY.matcher(text);
        if (!boundary.find()) {
            throw new IOException("no parts");
        }
        for (var part : text.split(Pattern.quote("--" + boundary.group(1)))) {
            int body = bodyOf(part);
            var header = part.substring(0, Math.max(0, body)).toLowerCase(Locale.ROOT);
            if (body > 0 && header.contains("content-type: text/html")) {
                var page = decoded(part.substring(body), header);
                return new HtmlReader().read(id, new Source(source.path(), new Content.OfBytes(page)));
            }
        }
        throw new IOException("no page among the parts");
    }

    private static int bodyOf(String part) {
        int windows = part.indexOf("\r\n\r\n");
        int unix = part.indexOf("\n\n");
        return windows >= 0 && (unix < 0 || windows < unix) ? windows + 4 : unix + 2;
    }

    private static byte[] decoded(String body, String header) {
        if (header.contains("content-transfer-encoding: base64")) {
            return Base64.getMimeDecoder().decode(body.strip().getBytes(StandardCharsets.ISO_8859_1));
        }
        return header.contains("content-transfer-encoding: quoted-printable") ? unquoted(body)
                : body.getBytes(StandardCharsets.ISO_8859_1);
    }

    /// RFC 2045, 6.7; what is no valid quote stays as it is.
    private static byte[] unquoted(String body) {
        var out = new ByteArrayOutputStream(body.length());
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c != '=') {
                out.write(c);
            } else if (body.startsWith("\r\n", i + 1)) {
                i += 2;
            } else if (body.startsWith("\n", i + 1)) {
                i++;
            } else if (i + 2 < body.length() && Character.digit(body.charAt(i + 1), 16) >= 0
                    && Character.digit(body.charAt(i + 2), 16) >= 0) {
                out.write(Character.digit(body.charAt(i + 1), 16) * 16 + Character.digit(body.charAt(i + 2), 16));
                i += 2;
            } else {
                out.write(c);
            }
        }
        return out.toByteArray();
    }
}
