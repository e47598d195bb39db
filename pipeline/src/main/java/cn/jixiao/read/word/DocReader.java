package cn.jixiao.read.word;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.read.web.TikaReader;
import java.io.IOException;

/// Reads DOC.
public final class DocReader {

    /// @throws IOException if the file is too damaged to be read
    public Document read(String id, Source source) throws IOException {
        return new TikaReader().read(id, source);
    }
}
