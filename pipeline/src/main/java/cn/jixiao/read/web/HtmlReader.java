package cn.jixiao.read.web;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.text.Decoding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;

/// Reads HTML, as written by people, saved from government sites or exported by Word and Excel.
public final class HtmlReader {

    private static final String MEDIA_TYPE = "text/html";
    private static final Pattern CHARSET = Pattern.compile(
            "<(?:meta|\\?xml)\\b[^>]{0,300}?(?:charset|encoding)\\s{0,5}=\\s{0,5}[\"']?\\s{0,5}([A-Za-z0-9_-]{2,20})",
            Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 8192;

    /// @throws IOException if the file cannot be opened
    public Document read(String id, Source source) throws IOException {
        byte[] bytes;
        try (var in = source.content().open()) {
            bytes = in.readAllBytes();
        }
        var decoded = Decoding.of(bytes, declared(bytes));
        var builder = new DocumentBuilder(id, source, MEDIA_TYPE);
        if (decoded.lossy()) {
            builder.problem(Problem.of(Problem.Kind.GARBLED_TEXT, decoded.charset().name()));
        }
        new HtmlBlocks(builder).read(Jsoup.parse(decoded.text()));
        return builder.build();
    }

    private static @Nullable String declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        var found = CHARSET.matcher(head);
        return found.find() ? found.group(1) : null;
    }
}
