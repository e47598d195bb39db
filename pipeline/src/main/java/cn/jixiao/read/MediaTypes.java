package cn.jixiao.read;

import cn.jixiao.document.Source;
import cn.jixiao.read.pdf.OfdReader;
import cn.jixiao.read.pdf.PdfReader;
import cn.jixiao.read.text.Decoding;
import cn.jixiao.read.web.SavedPageReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/// What a file is, by its bytes alone: an extension may lie (WPS files named `.doc`, web pages named `.xls`).
final class MediaTypes {

    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    static final String DOC = "application/msword";
    static final String XLS = "application/vnd.ms-excel";
    static final String LOCKED_OFFICE = "application/x-tika-ooxml-protected";
    /// An Office package whose main part cannot be told, mostly because the file was cut off.
    static final String CUT_OFFICE = "application/x-tika-ooxml";
    static final String HTML = "text/html";
    static final String TEXT = "text/plain";
    static final String CSV = "text/csv";

    private static final Pattern MARKUP = Pattern.compile(
            "<(?:!doctype\\s{1,9}html|html|head|body|table|tr|td|div|p|span|meta|h[1-6])\\b[^<]{0,300}>",
            Pattern.CASE_INSENSITIVE);
    /// What most reports begin with; no detector that looks further finds anything else.
    private static final String PDF = "%PDF-";
    /// What Office documents and web pages begin with. These too are told at once: Tika would compare the file with the
    /// beginnings of all the formats there are, and find the same.
    private static final String ZIPPED = "PK\3\4";
    private static final Pattern PAGE = Pattern.compile("<(?:!doctype )?html[ >]", Pattern.CASE_INSENSITIVE);
    private static final int FIRST = 16;
    private static final String ZIP = "application/zip";
    private static final int MOST_ENTRIES = 300;
    private static final int SNIFFED = 65_536;

    private static final MediaTypeRegistry REGISTRY = MediaTypeRegistry.getDefaultRegistry();
    private static final Detector DETECTOR = new DefaultDetector();
    private static final Detector ZIPS = new DefaultZipContainerDetector();

    private MediaTypes() {
    }

    static String detect(Source source) throws IOException {
        byte[] head;
        try (var in = source.content().open()) {
            head = in.readNBytes(SNIFFED);
        }
        if (FileMagic.valueOf(head) == FileMagic.OLE2) {
            return compound(source);
        }
        var first = new String(head, 0, Math.min(FIRST, head.length), StandardCharsets.ISO_8859_1);
        if (first.startsWith(PDF)) {
            return PdfReader.MEDIA_TYPE;
        }
        if (first.startsWith(ZIPPED)) {
            var found = by(ZIPS, source);
            if (found.equals(DOCX) || found.equals(XLSX)) {
                return found;
            }
        }
        if (SavedPageReader.begins(head)) {
            return SavedPageReader.MEDIA_TYPE;
        }
        if (PAGE.matcher(first).lookingAt()) {
            return HTML;
        }
        var found = by(DETECTOR, source);
        return found.equals(ZIP) && isOfd(source) ? OfdReader.MEDIA_TYPE : refine(found, head, source.name());
    }

    /// The one name that every OFD package must have (GB/T 33190-2016, 7.1).
    private static boolean isOfd(Source source) throws IOException {
        try (var in = new ZipInputStream(source.content().open())) {
            for (int i = 0; i < MOST_ENTRIES; i++) {
                var entry = in.getNextEntry();
                if (entry == null || entry.getName().equals("OFD.xml")) {
                    return entry != null;
                }
            }
        } catch (IllegalArgumentException e) {
            // Names in another encoding: no OFD.
            return false;
        }
        return false;
    }

    private static String by(Detector detector, Source source) throws IOException {
        try (var in = TikaInputStream.get(source.content().open())) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    /// Text in a Chinese encoding may look like anything to a detector made for others.
    private static String refine(String found, byte[] head, String name) {
        boolean text = found.equals("application/octet-stream") || found.equals("application/xml")
                || Format.of(found).isEmpty() && REGISTRY.isInstanceOf(found, MediaType.TEXT_PLAIN)
                && !REGISTRY.isInstanceOf(found, MediaType.APPLICATION_XML);
        if (!text && !found.equals(TEXT)) {
            return found;
        }
        var ascii = new String(head, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (MARKUP.matcher(ascii).results().limit(3).count() == 3) {
            return HTML;
        }
        if (found.equals("application/xml") || (found.equals("application/octet-stream") && !Decoding.isText(head))) {
            return found;
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? CSV : TEXT;
    }

    private static String compound(Source source) throws IOException {
        try (var in = source.content().open(); var files = new POIFSFileSystem(in)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                return LOCKED_OFFICE;
            }
            if (root.hasEntryCaseInsensitive("WordDocument")) {
                return DOC;
            }
            if (root.hasEntryCaseInsensitive("Workbook") || root.hasEntryCaseInsensitive("Book")) {
                return XLS;
            }
            return by(DETECTOR, source);
        }
    }
}
