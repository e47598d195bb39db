package cn.jixiao.read;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import java.io.IOException;

/// Reads one kind of file.
@FunctionalInterface
interface FormatReader {

    /// @param id the source's content identity
    /// @return the document; what could not be read of it is a problem in it
    /// @throws IOException if the file cannot be opened, or is too damaged to be read at all; [Reader] names the problem
    Document read(String id, Source source) throws IOException;
}
