package cn.jixiao.cluster;

import cn.jixiao.dictionary.Shelf;
import cn.jixiao.export.RecordLines;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.ingest.FileList;
import cn.jixiao.ingest.Settings;
import cn.jixiao.ingest.Station;
import cn.jixiao.ingest.worker.Limits;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.record.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Reads files for a scheduler that knows this program by name only. A request and the rows that answer it are maps of
/// types that every Java program has; the scheduler calls [#apply] by [Function].
///
/// A request: `path` (as records name it), `file` (a [Path]), `known` (a predicate of ids). A row: `path`, `doc_id`,
/// `outcome` (a document's status, or `known`, `archive`); of what was read also `recipe`, `state`, `document`,
/// `observations`, `findings`, `passages`, `failures` as JSON and `body`, the whole extraction as packed bytes.
public final class FileTask implements Function<Map<String, Object>, Iterator<Map<String, Object>>>, AutoCloseable {

    private final Station station;

    /// @param dictionaries folders, the program's own first
    /// @param settings `jobs`, `seconds`, `megabytes`, `ocr`
    /// @param scratch a folder of its own
    public FileTask(List<Path> dictionaries, Map<String, String> settings, Path scratch) {
        var limits = Limits.USUAL.withTime(Duration.ofSeconds(Integer.parseInt(settings.get("seconds"))))
                .withMemoryMb(Integer.parseInt(settings.get("megabytes")));
        var usual = Settings.of(Integer.parseInt(settings.get("jobs")));
        station = new Station(new Shelf(dictionaries), new Settings(usual.jobs(), limits, false,
                Ocr.valueOf(settings.get("ocr").toUpperCase(Locale.ROOT)), usual.commitEvery()), scratch);
    }

    /// What makes records here.
    @Override
    public String toString() {
        return station.recipe();
    }

    @Override
    public Iterator<Map<String, Object>> apply(Map<String, Object> request) {
        @SuppressWarnings("unchecked")
        var known = (Predicate<String>) request.get("known");
        var items = station.items((String) request.get("path"), (Path) request.get("file"), known);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return items.hasNext();
            }

            @Override
            public Map<String, Object> next() {
                return row(items.next());
            }
        };
    }

    private static Map<String, Object> row(Station.Item item) {
        var row = new LinkedHashMap<String, Object>();
        row.put("path", item.path());
        row.put("doc_id", item.docId());
        switch (item) {
            case Station.Item.Known known -> row.put("outcome", "known");
            case Station.Item.Opened opened -> {
                row.put("outcome", "archive");
                file(row, opened.recipe(), SourceEntry.State.ARCHIVE);
            }
            case Station.Item.Read read -> {
                row.put("outcome", read.extraction().document().status().name().toLowerCase(Locale.ROOT));
                file(row, read.recipe(), read.state());
                records(row, read.extraction());
            }
        }
        return row;
    }

    private static void file(Map<String, Object> row, String recipe, SourceEntry.State state) {
        row.put("recipe", recipe);
        row.put("state", state.name());
    }

    private static void records(Map<String, Object> row, Extraction extraction) {
        row.put("document", RecordLines.document(extraction));
        row.put("observations", RecordLines.observations(extraction));
        row.put("findings", RecordLines.findings(extraction));
        row.put("passages", RecordLines.passages(extraction));
        row.put("failures", RecordLines.problems(extraction));
        row.put("body", Json.packed(extraction));
    }

    @Override
    public void close() {
        station.close();
    }

    /// The files below paths of this machine, as a local import lists them: `path`, `file`, `size`, `modified`; of a path
    /// that gives nothing `path` and `unreachable`, the reason.
    public static List<Map<String, Object>> list(List<String> paths) {
        var list = FileList.of(paths);
        var rows = new java.util.ArrayList<Map<String, Object>>();
        list.files().forEach(each -> rows.add(Map.of("path", each.path(), "file", each.file(), "size", each.size(),
                "modified", each.modified())));
        list.unreachable().forEach(each -> rows.add(Map.of("path", each.path(), "unreachable", each.reason().name())));
        return rows;
    }
}
