package cn.jixiao.read.pdf;

import cn.jixiao.document.Content;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// The XML files of an OFD package. The parser knows no entities but XML's own and opens nothing else.
final class OfdPackage implements Closeable {

    private static final int MOST_BYTES = 60_000_000;

    private final ZipFile zip;

    OfdPackage(Content content) throws IOException {
        var builder = ZipFile.builder();
        zip = switch (content) {
            case Content.OfFile file -> builder.setPath(file.path()).get();
            case Content.OfBytes bytes ->
                builder.setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes.bytes())).get();
        };
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// @throws IOException if there is no such file, or it is larger than any page of a report
    Element xml(String path) throws IOException {
        var entry = zip.getEntry(path);
        if (entry == null) {
            throw new IOException("no file " + path + " in the package");
        }
        try (var in = zip.getInputStream(entry)) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(path + " has more than " + MOST_BYTES + " bytes");
            }
            return Jsoup.parse(new String(bytes, StandardCharsets.UTF_8), Parser.xmlParser());
        }
    }

    /// The elements of a local name below another, in the order of the file.
    static List<Element> all(Element within, String name) {
        return within.getAllElements().stream().filter(element -> isNamed(element, name)).toList();
    }

    static boolean isNamed(Element element, String name) {
        var tag = element.tagName();
        return tag.substring(tag.indexOf(':') + 1).equals(name);
    }

    /// A location as written in a file of the package, from the root of the package.
    static String resolve(String file, String location) {
        if (location.startsWith("/")) {
            return location.substring(1);
        }
        int end = file.lastIndexOf('/');
        var path = Path.of(end < 0 ? location : file.substring(0, end) + "/" + location).normalize();
        return path.toString().replace('\\', '/');
    }

    /// What is no number counts as none.
    static double[] numbers(String words) {
        return Arrays.stream(words.strip().split("\\s+")).mapToDouble(OfdPackage::number).filter(Double::isFinite)
                .toArray();
    }

    static double number(String word) {
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
