package cn.jixiao.read.web;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import java.io.IOException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.sax.ToXMLContentHandler;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.xml.sax.SAXException;

/// Reads what has no reader of its own (Word and Excel before 97) through Tika's XHTML.
public final class TikaReader {

    /// @throws IOException if the file is too damaged to be read
    public Document read(String id, Source source) throws IOException {
        var metadata = new Metadata();
        var page = page(source, metadata);
        var type = metadata.get(Metadata.CONTENT_TYPE);
        var builder = new DocumentBuilder(id, source, type == null ? "application/octet-stream"
                : type.replaceFirst(";.*", ""));
        new HtmlBlocks(builder).read(page);
        return builder.build();
    }

    /// Lays what Tika reads of a file into a document, embedded files left out.
    ///
    /// @throws IOException if Tika cannot read it
    public void read(Source source, DocumentBuilder builder) throws IOException {
        new HtmlBlocks(builder).read(page(source, new Metadata()));
    }

    private static org.jsoup.nodes.Document page(Source source, Metadata metadata) throws IOException {
        var handler = new ToXMLContentHandler();
        try (var in = TikaInputStream.get(source.content().open())) {
            var context = new ParseContext();
            context.set(org.apache.tika.parser.Parser.class, EmptyParser.INSTANCE);
            new AutoDetectParser().parse(in, handler, metadata, context);
        } catch (org.apache.tika.exception.EncryptedDocumentException e) {
            throw new EncryptedDocumentException(e.getMessage(), e);
        } catch (TikaException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
        return Jsoup.parse(handler.toString(), Parser.htmlParser());
    }
}
