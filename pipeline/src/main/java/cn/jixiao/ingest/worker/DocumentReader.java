package cn.jixiao.ingest.worker;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;

/// Makes a document of a source; what cannot be read is a document with a problem.
@FunctionalInterface
public interface DocumentReader {

    Document read(Source source);
}
