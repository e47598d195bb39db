package cn.jixiao.read.word;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.parser.Parser;

/// Saves what is left of a DOCX that was cut off: a ZIP can be read from its front without its directory, and a forgiving
/// parser closes the elements that the cut left open.
final class DocxSalvage {

    private static final int MOST_BYTES = 100_000_000;

    private DocxSalvage() {
    }

    /// @param cause why the file could not be read as a whole
    /// @throws IOException `cause`, if there is no text to save
    static Document read(String id, Source source, IOException cause) throws IOException {
        var parts = parts(source);
        var main = parse(parts.get("word/document.xml"));
        var body = main == null ? null : main.child("body").orElse(null);
        if (body == null) {
            throw cause;
        }
        var builder = new DocumentBuilder(id, source, DocxReader.MEDIA_TYPE);
        builder.problem(Problem.of(Problem.Kind.PARTLY_READ, String.valueOf(cause.getMessage())));
        new DocxBody(builder, new DocxStyles(parse(parts.get("word/styles.xml"))),
                new DocxNumbering(parse(parts.get("word/numbering.xml")))).blocks(body);
        if (builder.isEmpty()) {
            throw cause;
        }
        return builder.build();
    }

    private static Map<String, byte[]> parts(Source source) throws IOException {
        var parts = new HashMap<String, byte[]>();
        try (var in = source.content().open(); var zip = new ZipInputStream(in)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches("word/(?:document|styles|numbering)\\.xml")) {
                    var bytes = new ByteArrayOutputStream();
                    parts.put(entry.getName(), new byte[0]);
                    boolean whole = copy(zip, bytes);
                    parts.put(entry.getName(), bytes.toByteArray());
                    if (!whole) {
                        break;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // The cut has been reached: what came before it is all there is.
            return parts;
        }
        return parts;
    }

    /// Copies to the end of the entry, or to where the file was cut.
    private static boolean copy(InputStream in, ByteArrayOutputStream out) {
        var buffer = new byte[512];
        try {
            for (int n = in.read(buffer); n >= 0 && out.size() < MOST_BYTES; n = in.read(buffer)) {
                out.write(buffer, 0, n);
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static @Nullable Element parse(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return null;
        }
        var xml = new String(bytes, StandardCharsets.UTF_8);
        int cut = Math.max(xml.lastIndexOf('>'), 0);
        var parsed = Jsoup.parse(xml.substring(0, Math.min(xml.length(), cut + 1)), Parser.xmlParser());
        if (parsed.childrenSize() == 0) {
            return null;
        }
        return Element.of(new W3CDom().namespaceAware(true).fromJsoup(parsed).getDocumentElement());
    }
}
