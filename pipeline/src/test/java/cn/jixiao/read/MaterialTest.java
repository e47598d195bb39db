package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.document.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/// Reads what lies outside the repository, if the environment variable JIXIAO_MATERIAL names a folder: the same
/// reports in several formats, and files made to break readers.
class MaterialTest {

    private final Reader reader = new Reader();

    @TestFactory
    Stream<DynamicTest> theSameReportIsTheSameDocument() {
        return files("practice/docx").stream().flatMap(docx -> Stream.of("doc", "html").map(kind -> {
            var name = docx.getFileName().toString().replace(".docx", "." + kind);
            return DynamicTest.dynamicTest(name, () -> assertEquals(shape(read(docx)),
                    shape(read(docx.resolveSibling("../" + kind + "/" + name)))));
        }));
    }

    @TestFactory
    @Timeout(600)
    Stream<DynamicTest> nothingThrows() {
        return Stream.of("data/hostile", "data/chinese-docs").flatMap(folder -> files(folder).stream())
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var source = Source.ofFile(file.toString(), file);
                    var document = reader.read(source);
                    assertNotNull(document.status());
                    if (Archive.is(document)) {
                        Archive.expand(source, new Archive.Members() {
                            @Override
                            public void file(Source member, Archive from) {
                                assertNotNull(reader.read(member).status());
                            }

                            @Override
                            public void failed(Document failure) {
                                assertNotNull(failure.status());
                            }
                        });
                    }
                }));
    }

    /// Blocks and cells without white space, so that formats can be compared.
    private static String shape(Document document) {
        var lines = new ArrayList<String>();
        for (var block : document.blocks()) {
            lines.add(block.getClass().getSimpleName() + " " + bare(document.textOf(block.span())));
            if (block instanceof Table table) {
                table.cells().forEach(cell -> lines.add("  " + cell.row() + "," + cell.column() + " " + cell.rows()
                        + "x" + cell.columns() + " " + bare(document.textOf(cell.span()))));
            }
        }
        return String.join("\n", lines);
    }

    private static String bare(String words) {
        return words.replaceAll("\\s", "");
    }

    private Document read(Path file) {
        return reader.read(Source.ofFile(file.getFileName().toString(), file));
    }

    private static List<Path> files(String folder) {
        var root = System.getenv("JIXIAO_MATERIAL");
        assumeTrue(root != null, "JIXIAO_MATERIAL names no folder of material");
        try (var files = Files.walk(Path.of(root, folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
