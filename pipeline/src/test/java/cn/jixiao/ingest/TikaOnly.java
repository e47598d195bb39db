package cn.jixiao.ingest;

import cn.jixiao.document.Source;
import cn.jixiao.read.TikaText;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Tika's text of every file and nothing else, by so many threads: what an import is measured against.
///
/// `java -cp ... cn.jixiao.ingest.TikaOnly FOLDER JOBS`
public final class TikaOnly {

    private TikaOnly() {
    }

    public static void main(String[] arguments) {
        var files = FileList.of(List.of(arguments[0])).files();
        long start = System.nanoTime();
        var characters = new LongAdder();
        var empty = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(Integer.parseInt(arguments[1]))) {
            files.forEach(file -> threads.submit(() -> {
                var text = TikaText.of(Source.ofFile(file.path(), file.file()));
                characters.add(text.length());
                empty.addAndGet(text.isBlank() ? 1 : 0);
            }));
        }
        System.out.println(files.size() + " files, " + empty + " without text, " + characters + " characters, " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }
}
