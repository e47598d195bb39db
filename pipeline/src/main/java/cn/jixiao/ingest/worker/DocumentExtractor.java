package cn.jixiao.ingest.worker;

import cn.jixiao.document.Document;
import cn.jixiao.observation.Extraction;

/// Makes records of a document; what cannot be done is a failed document without any.
@FunctionalInterface
public interface DocumentExtractor {

    Extraction extract(Document document);
}
