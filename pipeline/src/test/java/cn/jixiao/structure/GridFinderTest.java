package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.jixiao.Sketch;
import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Cell;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The examples of `dictionaries/forms` are read as they say.
class GridFinderTest {

    private static final Path DICTIONARIES = Path.of(System.getProperty("jixiao.home", ".."), "dictionaries");
    private static final Forms FORMS = Forms.of(Shelf.of(DICTIONARIES));

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
