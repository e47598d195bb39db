package cn.jixiao.benchmarks.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The package that Word and Excel files are.
final class OfficeFile {

    static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private OfficeFile() {
    }

    /// @param main the part that names the others
    /// @param type of the main part; @param rest of all other parts
    static byte[] of(String main, String type, String rest, Map<String, String> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                    + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                    + "<Default Extension=\"xml\" ContentType=\"" + TYPE + rest + "+xml\"/>"
                    + "<Override PartName=\"/" + main + "\" ContentType=\"" + TYPE + type + "+xml\"/></Types>");
            put(zip, "_rels/.rels", relations(List.of(List.of("officeDocument", main))));
            for (var part : parts.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /// @param each type and target
    static String relations(List<List<String>> each) {
        var made = new StringBuilder(XML + "<Relationships xmlns=\"" + RELATIONS + "\">");
        for (int i = 0; i < each.size(); i++) {
            made.append("<Relationship Id=\"rId").append(i + 1).append("\" Type=\"").append(OFFICE).append(each.get(i).getFirst())
                    .append("\" Target=\"").append(each.get(i).getLast()).append("\"/>");
        }
        return made.append("</Relationships>").toString();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        var entry = new ZipEntry(name);
        // The same bytes for the same seed.
        entry.setTime(1_600_000_000_000L);
        zip.putNextEntry(entry);
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
