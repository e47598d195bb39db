package cn.jixiao.read.text;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.TableDraft;
import java.io.IOException;

/// Reads plain text and comma-separated values.
public final class PlainTextReader {

    /// @throws IOException if the file cannot be opened
    public Document read(String id, Source source) throws IOException {
        var decoded = decode(source);
        var builder = builder(id, source, "text/plain", decoded);
        new TextBlocks(builder).read(decoded.text());
        return builder.build();
    }

    /// @throws IOException if the file cannot be opened
    public Document readCsv(String id, Source source) throws IOException {
        var decoded = decode(source);
        var builder = builder(id, source, "text/csv", decoded);
        var draft = new TableDraft();
        for (var row : SeparatedValues.rows(decoded.text())) {
            draft.row();
            row.forEach(draft::cell);
        }
        builder.table(draft);
        return builder.build();
    }

    private static DocumentBuilder builder(String id, Source source, String mediaType, Decoding decoded) {
        var builder = new DocumentBuilder(id, source, mediaType);
        if (decoded.lossy()) {
            builder.problem(Problem.of(Problem.Kind.GARBLED_TEXT, decoded.charset().name()));
        }
        return builder;
    }

    private static Decoding decode(Source source) throws IOException {
        try (var in = source.content().open()) {
            return Decoding.of(in.readAllBytes(), null);
        }
    }
}
