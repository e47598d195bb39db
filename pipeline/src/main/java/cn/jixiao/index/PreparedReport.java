package cn.jixiao.index;

import cn.jixiao.observation.Extraction;
import java.util.List;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/// A report made ready to be put in, by whatever thread has time: making its index documents is most of what indexing
/// costs, and needs nothing of the reports before it. It takes effect when [WorkspaceWriter#put(PreparedReport)] is
/// called, and not before.
public final class PreparedReport {

    private final Extraction extraction;
    private final SourceEntry entry;
    private final Lexicon lexicon;
    private final String source;
    private final Overlay.Layer layer;
    private @Nullable List<Document> block;

    /// @param source the path that the report will go by, as far as can be told now
    /// @param layer what is laid over it, as far as can be told now
    PreparedReport(Extraction extraction, SourceEntry entry, Lexicon lexicon, String source, Overlay.Layer layer) {
        if (!extraction.document().id().equals(entry.docId())) {
            throw new IllegalArgumentException(entry + " with document " + extraction.document().id());
        }
        this.extraction = extraction;
        this.entry = entry;
        this.lexicon = lexicon;
        this.source = source;
        this.layer = layer;
        this.block = made(source, layer);
    }

    public SourceEntry entry() {
        return entry;
    }

    /// The documents, made anew where the report goes by another path or another layer than was foreseen; they can be
    /// written once.
    List<Document> block(String itsSource, Overlay.Layer itsLayer) {
        var foreseen = block;
        block = null;
        return foreseen != null && itsSource.equals(source) && itsLayer == layer ? foreseen : made(itsSource, itsLayer);
    }

    private List<Document> made(String itsSource, Overlay.Layer itsLayer) {
        var read = Sourced.at(extraction, itsSource);
        return RecordDocuments.of(read, itsLayer.over(read), lexicon);
    }
}
