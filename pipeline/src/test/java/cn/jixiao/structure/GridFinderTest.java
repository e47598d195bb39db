package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.jixiao.Seed;
import cn.jixiao.Sketch;
import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples of `dictionaries/forms` are read as they say.
class GridFinderTest {

    private static final Path DICTIONARIES = Path.of(System.getProperty("jixiao.home", ".."), "dictionaries");
    private static final Forms FORMS = Forms.load(Shelf.of(DICTIONARIES));

    @TestFactory
    Stream<DynamicTest> examples() throws IOException {
        try (var files = Files.list(DICTIONARIES.resolve("forms"))) {
            return files.filter(file -> file.toString().endsWith(".txt")).sorted()
                    .flatMap(file -> Example.in(file).stream()).toList().stream()
                    .map(example -> dynamicTest(example.name(), example::check));
        }
    }

    @Test
    void thereAreExamplesOfManyFamilies() throws IOException {
        assertTrue(examples().count() >= 25);
    }

    @Test
    void everyCellHasAPlace() {
        var table = Sketch.of("|甲|乙|\n|1||\n|^|3|");
        var grid = new GridFinder(FORMS).find(table).getFirst();
        assertEquals(grid.table().cells(), grid.places().stream().map(Grid.Place::cell).toList());
    }

    @Test
    void nestedTablesHaveGridsOfTheirOwnAfterTheOneTheyLieIn() {
        var inner = Sketch.table("|指标|完成值|\n|讲座|22场|");
        var text = Sketch.of("|指标|完成值|\n|讲座|22场|").text();
        var span = new Span(0, text.length());
        var holder = new Cell(span, 0, 0, 1, 1, null, List.of(inner));
        var outer = new Table(span, 1, 1, List.of(holder), null, null);
        var document = new Document("d", "d", "text/plain", text, List.of(outer), List.of(), Layout.NONE, List.of());
        var grids = new GridFinder(FORMS).find(document);
        assertEquals(List.of(outer, inner), grids.stream().map(Grid::table).toList());
        assertEquals(List.of(1, 2), grids.stream().map(Grid::number).toList());
    }

    /// Whatever is merged with whatever, every cell gets one place and headings come from the same document.
    @Test
    void anyTableIsPlaced() {
        long seed = Seed.next();
        var random = new Random(seed);
        var words = List.of("", "项目名称", "一级指标", "年度指标值", "得分", "12.5", "≥90%", "合计", "单位：万元", "其中：财政拨款", "2023年",
                "—", "完成。很好；", "预算数（万元）", "序号", "1", "单位", "资金总额：5");
        for (int i = 0; i < 3000; i++) {
            var drawing = drawing(random, words);
            var document = Sketch.of(drawing);
            for (var grid : new GridFinder(FORMS).find(document)) {
                assertEquals(grid.table().cells(), grid.places().stream().map(Grid.Place::cell).toList(),
                        () -> "seed " + seed + "\n" + drawing);
            }
        }
    }

    private static String drawing(Random random, List<String> words) {
        var drawing = new StringBuilder();
        int rows = 1 + random.nextInt(6);
        int columns = 1 + random.nextInt(6);
        for (int r = 0; r < rows; r++) {
            drawing.append('|');
            for (int c = 0; c < columns; c++) {
                boolean left = c > 0 && random.nextInt(6) == 0;
                drawing.append(left ? "<" : words.get(random.nextInt(words.size()))).append('|');
            }
            drawing.append(random.nextInt(8) == 0 ? "\n\n" : "\n");
        }
        return drawing.toString();
    }

    private record Example(String name, String drawing, List<String> expected) {

        static List<Example> in(Path file) {
            try {
                var found = new ArrayList<Example>();
                for (var part : Files.readString(file).split("(?m)^== ")) {
                    var lines = part.lines().toList();
                    if (!part.startsWith("#")) {
                        found.add(new Example(lines.getFirst(),
                                lines.stream().skip(1).filter(line -> !isExpectation(line)).collect(Collectors.joining("\n")),
                                lines.stream().filter(Example::isExpectation).toList()));
                    }
                }
                return found;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private static boolean isExpectation(String line) {
            return line.startsWith("-> ") || line.startsWith("headings:") || line.startsWith("plain:");
        }

        void check() {
            var document = Sketch.of(drawing);
            var grids = new GridFinder(FORMS).find(document);
            for (var line : expected) {
                if (line.startsWith("-> ")) {
                    var parts = line.substring(3).split(" ; ", -1);
                    var place = place(grids, document.text(), parts[0].strip());
                    var found = shown(place, document.text());
                    var wanted = Stream.of(parts).skip(1).map(String::strip).toList();
                    assertEquals(wanted, found.subList(0, wanted.size()), () -> name + ": " + parts[0]);
                } else {
                    boolean heading = line.startsWith("headings:");
                    for (var words : line.substring(line.indexOf(':') + 1).split(", ")) {
                        assertEquals(heading, place(grids, document.text(), words.strip()).heading(), () -> name + ": " + words);
                    }
                }
            }
        }

        private static Grid.Place place(List<Grid> grids, String text, String name) {
            int at = name.lastIndexOf('@');
            var words = at < 0 ? name : name.substring(0, at);
            return grids.stream().flatMap(grid -> grid.places().stream())
                    .filter(place -> words(place.cell(), text).equals(words))
                    .filter(place -> at < 0 || name.substring(at + 1).equals(place.cell().row() + "," + place.cell().column()))
                    .findFirst().orElseThrow(() -> new AssertionError("no cell " + name));
        }

        private static List<String> shown(Grid.Place place, String text) {
            return List.of(path(place.columnHeads(), text), path(place.rowHeads(), text), id(place.column()), id(place.row()),
                    place.unit() == null ? "-" : place.unit());
        }

        private static String path(List<Cell> cells, String text) {
            return cells.isEmpty() ? "-" : cells.stream().map(cell -> words(cell, text)).collect(Collectors.joining(" > "));
        }

        private static String words(Cell cell, String text) {
            return cell.span().of(text).strip().replace("\n", "\\n");
        }

        private static String id(ColumnMeaning meaning) {
            return meaning == null ? "-" : meaning.id();
        }
    }
}
