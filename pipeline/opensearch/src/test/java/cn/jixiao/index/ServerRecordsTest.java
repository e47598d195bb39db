package cn.jixiao.index;

import cn.jixiao.Corpus;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.observation.Extraction;
import cn.jixiao.opensearch.Clusters;
import cn.jixiao.opensearch.Connections;
import java.io.IOException;
import java.util.List;

/// An index on a cluster of two nodes, held to the contract of all indexes.
class ServerRecordsTest extends RecordsContract {

    static final Lexicon LEXICON = lexicon();

    private static Lexicon lexicon() {
        var shelf = Corpus.DICTIONARIES.shelf();
        return new Lexicon(Words.load(shelf), Synonyms.load(shelf));
    }

    @Override
    Records holding(List<Extraction> reports) throws IOException {
        var index = new ServerIndex(new Connections(), Clusters.shared().address("contract"), LEXICON, Overlay.NONE);
        try (var writer = index.write()) {
            for (var report : reports) {
                writer.put(report, new SourceEntry(report.document().source(), report.document().id(), 1, 1, "test", SourceEntry.State.REPORT));
            }
            writer.link();
            writer.commit();
        }
        return index.read();
    }
}
