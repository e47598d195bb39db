package cn.jixiao.ingest;

import cn.jixiao.document.Source;
import cn.jixiao.read.TikaText;
import java.util.List;
import java.util.concurrent.Executors;

/// Tika's text of every file and nothing else, by so many threads: what an import is measured against.
///
/// `java -cp ... cn.jixiao.ingest.TikaOnly FOLDER JOBS`
public final class TikaOnly {

    private TikaOnly() {
    }

    public static void main(String[] arguments) {
        var files = FileList.of(List.of(arguments[0])).files();
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
            files.forEach(file -> threads.submit(() -> TikaText.of(Source.ofFile(file.path(), file.file()))));
        }
        System.out.println(files.size() + " files, " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
