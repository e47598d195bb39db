package cn.jixiao;

import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Source;
import cn.jixiao.ingest.FileList;
import cn.jixiao.observation.Extraction;
import java.nio.file.Path;
import java.util.List;

/// The bundled reports, read once for all tests.
public final class Corpus {

    public static final Path HOME = Path.of(System.getProperty("jixiao.home"));
    public static final Path REPORTS = HOME.resolve("corpus/reports");
    public static final Dictionaries DICTIONARIES = Dictionaries.load(Shelf.of(HOME.resolve("dictionaries")));
    public static final Pipeline PIPELINE = new Pipeline(DICTIONARIES);
    public static final List<Extraction> EXTRACTIONS = read(REPORTS);

    private Corpus() {
    }

    /// Reads every report below a folder, by path.
    public static List<Extraction> read(Path folder) {
        return FileList.of(List.of(folder.toString())).files().stream()
                .map(each -> PIPELINE.run(Source.ofFile(each.path(), each.file()))).toList();
    }
}
