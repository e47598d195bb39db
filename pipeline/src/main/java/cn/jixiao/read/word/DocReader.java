package cn.jixiao.read.word;

import cn.jixiao.document.Document;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.web.TikaReader;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.HeaderStories;
import org.apache.poi.hwpf.usermodel.Range;
import org.jspecify.annotations.Nullable;

/// Reads the binary format of Word 97 to 2003, which WPS writes too. Word 6 and 95, and files whose tables of
/// properties are damaged, are read through Tika, which needs less of the file.
public final class DocReader {

    private static final String MEDIA_TYPE = "application/msword";

    /// @throws IOException if the file is too damaged to be read
    public Document read(String id, Source source) throws IOException {
        var builder = new DocumentBuilder(id, source, MEDIA_TYPE);
        try (var in = source.content().open(); var word = new HWPFDocument(in)) {
            read(word, builder);
        } catch (EncryptedDocumentException e) {
            throw e;
        } catch (OldWordFileFormatException e) {
            return new TikaReader().read(id, source);
        } catch (RuntimeException e) {
            return salvaged(id, source, e);
        }
        return builder.build();
    }

    private static Document salvaged(String id, Source source, RuntimeException cause) throws IOException {
        var builder = new DocumentBuilder(id, source, MEDIA_TYPE);
        builder.problem(Problem.of(Problem.Kind.PARTLY_READ, cause.getClass().getSimpleName()));
        new TikaReader().read(source, builder);
        if (builder.isEmpty()) {
            throw new IOException(cause.toString(), cause);
        }
        return builder.build();
    }

    private static void read(HWPFDocument word, DocumentBuilder builder) {
        var body = new DocBody(builder, word.getStyleSheet());
        var margins = new DocBody(builder, word.getStyleSheet());
        var headers = headers(word);
        if (headers != null) {
            marginals(margins, builder, Marginal.Kind.HEADER, headers.getFirstHeaderSubrange(), headers.getOddHeaderSubrange(),
                    headers.getEvenHeaderSubrange());
        }
        long before = printed(builder.text());
        body.blocks(word.getRange(), 0);
        long lost = printed(new DocRuns().of(word.getRange())) - (printed(builder.text()) - before);
        if (lost > 0) {
            builder.problem(Problem.of(Problem.Kind.TEXT_LOST, lost + " characters"));
        }
        boxes(word.getMainTextboxRange(), margins, builder);
        notes(word.getFootnoteRange(), margins, builder);
        notes(word.getEndnoteRange(), margins, builder);
        if (headers != null) {
            marginals(margins, builder, Marginal.Kind.FOOTER, headers.getFirstFooterSubrange(), headers.getOddFooterSubrange(),
                    headers.getEvenFooterSubrange());
        }
    }

    /// Tables of damaged files may hold words that no row owns; counting tells.
    private static long printed(CharSequence text) {
        return text.chars().filter(c -> c > ' ' && c != 0xa0 && c != 0x3000 && c != 0xad && c != 0xfeff).count();
    }

    private static @Nullable HeaderStories headers(HWPFDocument word) {
        try {
            return new HeaderStories(word);
        } catch (RuntimeException e) {
            // POI throws unchecked exceptions at damaged tables; the report can do without its page headers.
            return null;
        }
    }

    private static void marginals(DocBody body, DocumentBuilder builder, Marginal.Kind kind,
            @Nullable Range... stories) {
        var lines = new LinkedHashSet<String>();
        for (var story : stories) {
            if (story != null) {
                lines.addAll(body.lines(story));
            }
        }
        lines.forEach(line -> builder.marginal(line, kind));
    }

    private static void boxes(Range boxes, DocBody body, DocumentBuilder builder) {
        body.lines(boxes).forEach(builder::paragraph);
    }

    private static void notes(Range notes, DocBody body, DocumentBuilder builder) {
        List<String> lines = body.lines(notes);
        lines.forEach(line -> builder.marginal(line, Marginal.Kind.FOOTNOTE));
    }
}
