package cn.jixiao.read.word;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import java.io.IOException;

/// Reads RTF with its tables, which Tika's text of it does not keep.
public final class RtfReader {

    /// @throws IOException if the file cannot be opened
    public Document read(String id, Source source) throws IOException {
        byte[] bytes;
        try (var in = source.content().open()) {
            bytes = in.readAllBytes();
        }
        var builder = new DocumentBuilder(id, source, "application/rtf");
        var body = new RtfBody(builder);
        new RtfWalk(new RtfTokens(bytes), body).walk();
        body.end();
        return builder.build();
    }
}
