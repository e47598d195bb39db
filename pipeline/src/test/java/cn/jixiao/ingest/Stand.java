package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.export.RecordFormat;
import cn.jixiao.export.RecordKind;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Report;
import cn.jixiao.index.Workspace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A folder of files and a workspace to import them into.
final class Stand {

    static final Path HOME = Path.of(System.getProperty("jixiao.home"));

    /// Read once for all tests.
    private static final class Knowledge {
        static final Dictionaries DICTIONARIES = Dictionaries.load(shelf());
    }

    final Path files;
    final Workspace workspace;
    /// Other tests may keep a browser open, which is none of this one's.
    private final Set<Long> before = children();

    Stand(Path folder) throws IOException {
        this(folder, "workspace");
    }

    Stand(Path folder, String name) throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        workspace = new Workspace(folder.resolve(name), Lexicon.NONE);
    }

    static Shelf shelf() {
        return new Shelf(List.of(HOME.resolve("dictionaries")));
    }

    /// The dictionaries that the next import has.
    Shelf shelf = shelf();

    Importer importer(Settings settings) {
        return new Importer(workspace, shelf, () -> Knowledge.DICTIONARIES, settings);
    }

    Account run(Settings settings) {
        return importer(settings).run(List.of(files.toString()), Progress.SILENT);
    }

    Account run() {
        return run(Settings.of(2));
    }

    /// Tries again what failed.
    Account retry() {
        return importer(new Settings(1, Settings.of(1).limits(), true)).run(List.of(), Progress.SILENT);
    }

    /// A report as a web page, which a worker reads.
    void html(String name, String words) throws IOException {
        text(name, "<!DOCTYPE html><html><head><title>报告</title></head><body><p>某县司法局2023年度绩效自评报告</p><p>"
                + words + "，办理法律援助案件87件。</p></body></html>");
    }

    /// An archive of texts in the folder.
    void zip(String name, Map<String, String> members) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(files.resolve(name)))) {
            for (var member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    /// A file in the folder.
    Path text(String name, String text) throws IOException {
        var file = files.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    List<Report> reports() {
        try (var records = workspace.read(); var all = records.documents()) {
            return all.toList();
        }
    }

    /// Sources of all reports, below the folder.
    List<String> sources() {
        return reports().stream().map(each -> each.source().replace(files + "/", "")).toList();
    }

    /// Everything that can be exported, as text.
    String export() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var records = workspace.read()) {
            for (var kind : RecordKind.values()) {
                RecordFormat.JSONL.write(records, kind, out);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// No worker lives, and none of their files.
    void assertNothingLeft() {
        assertFalse(Files.exists(workspace.folder().resolve("workers")), "workers' files");
        var left = children();
        left.removeAll(before);
        assertEquals(Set.of(), left, "workers");
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).map(ProcessHandle::pid)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
