package cn.jixiao.read;

import cn.jixiao.document.Source;
import java.io.IOException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.xml.sax.SAXException;

/// Tika's own text of a source, with nothing of ours: what reading is measured against.
public final class TikaText {

    private static final AutoDetectParser PARSER = new AutoDetectParser();

    private TikaText() {
    }

    /// The text, or an empty string where Tika cannot read the source.
    public static String of(Source source) {
        var handler = new BodyContentHandler(-1);
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, source.name());
        try (var in = source.content().open()) {
            PARSER.parse(in, handler, metadata);
        } catch (IOException | SAXException | TikaException e) {
            return "";
        }
        return handler.toString();
    }
}
