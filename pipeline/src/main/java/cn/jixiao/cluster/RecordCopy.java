package cn.jixiao.cluster;

import cn.jixiao.index.RecordWriter;
import cn.jixiao.index.Records;
import cn.jixiao.index.SourceEntry;
import java.util.HashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/// All records of one index put into another: a workspace that was filled here and is asked by many, on servers. What is in
/// as it is in the first is left alone, so that what was broken off goes on where it was.
///
/// @param from as the program made them; what persons laid over them is the writer's
public record RecordCopy(Records from) {

    /// @param commitEvery after how many reports the other is committed
    /// @param progress is told how many reports are in
    public RecordFolder.Loaded load(RecordWriter writer, int commitEvery, LongConsumer progress) {
        // A path that changed hands must not take a report with it that another path still needs.
        each(entry -> {
            if (entry.state() != SourceEntry.State.ARCHIVE && writer.contains(entry.docId()) && !in(writer, entry)) {
                writer.also(entry);
            }
        });
        long reports = put(writer, commitEvery, progress);
        long[] paths = {0};
        each(entry -> {
            paths[0]++;
            if (!in(writer, entry)) {
                if (entry.state() == SourceEntry.State.ARCHIVE) {
                    writer.archive(entry);
                } else {
                    writer.also(entry);
                }
            }
        });
        writer.link();
        writer.commit();
        return new RecordFolder.Loaded(1, reports, paths[0]);
    }

    private long put(RecordWriter writer, int commitEvery, LongConsumer progress) {
        var entries = new HashMap<String, SourceEntry>();
        each(entry -> entries.put(entry.path(), entry));
        long reports = 0;
        try (var all = from.documents()) {
            for (var report : (Iterable<cn.jixiao.index.Report>) all::iterator) {
                var entry = entries.get(report.source());
                if (!in(writer, entry)) {
                    writer.put(from.asRead(report.docId()).orElseThrow(), entry);
                }
                progress.accept(++reports);
                if (reports % commitEvery == 0) {
                    writer.commit();
                }
            }
        }
        return reports;
    }

    private void each(Consumer<SourceEntry> what) {
        try (var all = from.sources()) {
            all.forEach(what);
        }
    }

    private static boolean in(RecordWriter writer, SourceEntry entry) {
        return writer.source(entry.path()).filter(entry::equals).isPresent();
    }
}
