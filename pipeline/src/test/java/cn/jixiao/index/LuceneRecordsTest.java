package cn.jixiao.index;

import cn.jixiao.Corpus;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.dictionary.Words;
import cn.jixiao.observation.Extraction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/// The index on disk, held to the contract of all indexes.
class LuceneRecordsTest extends RecordsContract {

    @TempDir
    static Path folder;

    @Override
    Records holding(List<Extraction> reports) {
        var shelf = Corpus.DICTIONARIES.shelf();
        var workspace = new Workspace(folder, new Lexicon(Words.load(shelf), Synonyms.load(shelf)));
        try (var writer = workspace.write()) {
            reports.forEach(each -> writer.put(each, new SourceEntry(each.document().source(), each.document().id(),
                    each.document().text().length(), 0, "contract", SourceEntry.State.REPORT)));
            writer.link();
            writer.commit();
        }
        return workspace.read();
    }
}
