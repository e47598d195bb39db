package cn.jixiao.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A Word file made of hand-written parts.
final class DocxFile {

    private static final String SPACE = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
            + "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
            + "xmlns:v=\"urn:schemas-microsoft-com:vml\"";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private final Map<String, String> parts = new LinkedHashMap<>();

    static DocxFile of(String body) {
        return new DocxFile().part("document", "<w:document " + SPACE + "><w:body>" + body + "</w:body></w:document>");
    }

    /// A file whose main part is given to the letter.
    static byte[] withDocument(String xml) {
        return new DocxFile().part("document", xml).bytes();
    }

    /// A part such as `styles` or `header1`, its root element named.
    DocxFile with(String name, String root, String content) {
        return part(name, "<w:" + root + " " + SPACE + ">" + content + "</w:" + root + ">");
    }

    private DocxFile part(String name, String xml) {
        parts.put(name, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml);
        return this;
    }

    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", contentTypes());
            put(zip, "_rels/.rels", relations("", "officeDocument", "word/document.xml"));
            var related = new StringBuilder();
            for (var name : parts.keySet()) {
                if (!name.equals("document")) {
                    related.append(relation(name, type(name), name + ".xml"));
                }
            }
            put(zip, "word/_rels/document.xml.rels", relations(related.toString()));
            for (var part : parts.entrySet()) {
                put(zip, "word/" + part.getKey() + ".xml", part.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static String type(String name) {
        return name.replaceAll("[0-9]", "");
    }

    private String contentTypes() {
        var out = new StringBuilder("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
        for (var name : parts.keySet()) {
            var type = name.equals("document") ? "document.main" : type(name);
            out.append("<Override PartName=\"/word/" + name + ".xml\" ContentType=\"" + TYPES + type + "+xml\"/>");
        }
        return out.append("</Types>").toString();
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                + "relationships/" + type + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String id, String type, String target) {
        return relations(relation("main" + id, type, target));
    }

    private static String relations(String inner) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inner
                + "</Relationships>";
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
