package cn.jixiao.read.odf;

import cn.jixiao.document.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The content and the styles of one OpenDocument file. The parser knows no entities but XML's own and opens nothing
/// else.
///
/// @param content the root of content.xml
/// @param styles the root of styles.xml, without children if there is none
public record OdfContent(Element content, Element styles) {

    private static final int MOST_BYTES = 200_000_000;
    private static final int MOST_REPEATS = 100_000;

    /// @throws IOException if the package has no content, or is damaged
    /// @throws EncryptedDocumentException if it is locked by a password
    public static OdfContent of(Source source) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (var zip = new ZipInputStream(source.content().open())) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (List.of("content.xml", "styles.xml", "META-INF/manifest.xml").contains(entry.getName())) {
                    var bytes = zip.readNBytes(MOST_BYTES + 1);
                    if (bytes.length > MOST_BYTES) {
                        throw new IOException("Zip bomb: " + entry.getName());
                    }
                    files.put(entry.getName(), new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        if (files.getOrDefault("META-INF/manifest.xml", "").contains("encryption-data")) {
            throw new EncryptedDocumentException("locked by a password");
        }
        if (!files.containsKey("content.xml")) {
            throw new IOException("no content in the package");
        }
        return new OdfContent(xml(files.get("content.xml")), xml(files.getOrDefault("styles.xml", "")));
    }

    private static Element xml(String text) {
        // Line breaks between elements are the program's; those within words are spaces (ISO/IEC 26300-1, 6.1.2).
        return Jsoup.parse(text, Parser.xmlParser());
    }

    /// How often a cell or row is repeated, as far as anybody would fill it.
    public static int repeats(Element element, String attribute) {
        return number(element, attribute, 1, MOST_REPEATS);
    }

    /// A number from 1 up, else the given one.
    public static int number(Element element, String attribute, int otherwise, int most) {
        var value = element.attr(attribute);
        return value.matches("[0-9]{1,9}") ? Math.clamp(Integer.parseInt(value), 1, most) : otherwise;
    }
}
