package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import cn.jixiao.Seed;
import cn.jixiao.Sketch;
import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Grid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// However a form is flattened, each of its figures stands under the headings that it stood under in the table.
class FlatFormsTest {

    private static final Path HOME = Path.of(System.getProperty("jixiao.home", ".."));
    /// Forms of which every figure is certain even where nothing parts the cells.
    private static final List<String> WHOLLY_READ = List.of("项目支出绩效自评表", "绩效目标表", "转移支付绩效自评表", "评价得分表", "左右并列的指标表");
    private static final Forms FORMS = Forms.load(Shelf.of(HOME.resolve("dictionaries")));

    /// The ways in which cells are lost. Each takes the rows of a table, empty cells as empty words.
    private enum Way {
        CELL_A_LINE(rows -> lines(filled(rows).stream().flatMap(List::stream))),
        ROW_A_LINE(rows -> lines(filled(rows).stream().map(row -> String.join(" ", row)))),
        ROW_OF_STROKES(rows -> lines(rows.stream().map(row -> String.join(" | ", row) + " |"))),
        CELL_AND_STROKE_A_LINE(rows -> lines(rows.stream().flatMap(List::stream).map(cell -> cell.isEmpty() ? "|" : cell + " |"))),
        ONE_LINE(rows -> filled(rows).stream().flatMap(List::stream).collect(Collectors.joining(" "))),
        ROW_GLUED(rows -> lines(filled(rows).stream().map(row -> String.join("", row)))),
        GLUED(rows -> filled(rows).stream().flatMap(List::stream).collect(Collectors.joining()));

        private final Function<List<List<String>>, String> flatten;

        Way(Function<List<List<String>>, String> flatten) {
            this.flatten = flatten;
        }

        boolean glued() {
            return this == ROW_GLUED || this == GLUED;
        }

        private static String lines(Stream<String> lines) {
            return lines.collect(Collectors.joining("\n"));
        }

        private static List<List<String>> filled(List<List<String>> rows) {
            return rows.stream().map(row -> row.stream().filter(cell -> !cell.isEmpty()).toList()).filter(row -> !row.isEmpty()).toList();
        }
    }

    /// A figure and what it stands under.
    private record Figure(String words, String column, String row, String unit) {
    }

    @TestFactory
    Stream<DynamicTest> flattenedForms() throws IOException {
        var forms = Files.readString(HOME.resolve("pipeline/src/test/resources/flat/forms.txt")).split("(?m)^== ");
        return Arrays.stream(forms).skip(1).flatMap(form -> Arrays.stream(Way.values()).filter(way -> !way.glued())
                .map(way -> dynamicTest(form.lines().findFirst().orElseThrow() + " " + way, () -> check(form, way))));
    }

    /// Where nothing parts the cells some figures cannot be told from others (`1201181`), and what is not certain is not
    /// read. What is read is the figure that stood there.
    @TestFactory
    Stream<DynamicTest> gluedForms() throws IOException {
        var forms = Files.readString(HOME.resolve("pipeline/src/test/resources/flat/forms.txt")).split("(?m)^== ");
        return Arrays.stream(forms).skip(1).flatMap(form -> Stream.of(Way.ROW_GLUED, Way.GLUED)
                .map(way -> dynamicTest(form.lines().findFirst().orElseThrow() + " " + way, () -> checkGlued(form, way))));
    }

    private static void checkGlued(String form, Way way) {
        var drawing = form.lines().skip(1).collect(Collectors.joining("\n"));
        var drawn = Sketch.of(drawing);
        var restored = new FlatForms(FORMS).restored(flattened(drawing, drawn, way));
        var rest = numbers(drawn);
        var wrong = numbers(restored).stream().filter(figure -> !rest.remove(figure)).toList();
        assertEquals(List.of(), wrong);
        int least = WHOLLY_READ.stream().anyMatch(form::startsWith) ? numbers(drawn).size() : 0;
        assertTrue(numbers(restored).size() >= least, () -> "not read: " + rest);
    }

    /// The figures with the headings of their columns, without signs, which may stand in a column of their own.
    private static List<List<String>> numbers(Document document) {
        return new ArrayList<>(figures(document).stream().map(figure -> List.of(figure.words().replaceAll("[≥≤=%]", ""), figure.column())).toList());
    }

    private static Document flattened(String drawing, Document drawn, Way way) {
        var table = drawn.tables().findFirst().orElseThrow();
        var above = drawing.lines().takeWhile(line -> !line.startsWith("|")).collect(Collectors.joining("\n"));
        return document(above + "\n" + way.flatten.apply(rows(table, drawn.text())));
    }

    private static void check(String form, Way way) {
        var drawing = form.lines().skip(1).collect(Collectors.joining("\n"));
        var drawn = Sketch.of(drawing);
        var flat = flattened(drawing, drawn, way);
        var restored = new FlatForms(FORMS).restored(flat);
        assertEquals(flat.text(), restored.text());
        assertEquals(figures(drawn), figures(restored), () -> flat.text());
    }

    private static List<List<String>> rows(Table table, String text) {
        var rows = new ArrayList<List<String>>();
        for (int r = 0; r < table.rows(); r++) {
            int row = r;
            rows.add(table.cells().stream().filter(cell -> cell.row() == row).map(cell -> cell.span().of(text)).toList());
        }
        return rows;
    }

    private static Document document(String text) {
        var blocks = new ArrayList<cn.jixiao.document.Block>();
        int at = 0;
        for (var line : text.split("\n", -1)) {
            if (!line.isBlank()) {
                blocks.add(new Paragraph(new Span(at, at + line.length())));
            }
            at += line.length() + 1;
        }
        return new Document("d", "d.txt", "text/plain", text, blocks, List.of(), Layout.NONE, List.of());
    }

    private static List<Figure> figures(Document document) {
        return new GridFinder(FORMS).find(document).stream().flatMap(grid -> grid.places().stream())
                .filter(place -> !place.heading() && Look.of(words(document, place.cell())) == Look.NUMBER && place.column() != null)
                .map(place -> new Figure(words(document, place.cell()), last(document, place.columnHeads()),
                        last(document, place.rowHeads()), String.valueOf(place.unit()))).toList();
    }

    private static String last(Document document, List<Cell> heads) {
        return heads.isEmpty() ? "" : words(document, heads.getLast());
    }

    private static String words(Document document, Cell cell) {
        return document.textOf(cell.span()).strip();
    }

    @TestFactory
    Stream<DynamicTest> brokenForms() throws IOException {
        var forms = Files.readString(HOME.resolve("pipeline/src/test/resources/flat/lines.txt")).split("(?m)^== ");
        return Arrays.stream(forms).skip(1).map(form -> dynamicTest(form.lines().findFirst().orElseThrow(), () -> {
            var parts = form.split("(?m)^--$");
            var restored = new FlatForms(FORMS).restored(document(parts[0].lines().skip(1).collect(Collectors.joining("\n"))));
            assertEquals(parts[1].strip(), told(restored));
        }));
    }

    /// Each figure of a table with the last heading of its column and those of its row.
    private static String told(Document document) {
        return new GridFinder(FORMS).find(document).stream().flatMap(grid -> grid.places().stream())
                .filter(place -> !place.heading() && Look.of(words(document, place.cell())) == Look.NUMBER)
                .map(place -> words(document, place.cell()) + " | " + orLost(last(document, place.columnHeads())) + " | "
                        + orLost(place.rowHeads().stream().map(cell -> words(document, cell)).filter(words -> FORMS.columnOf(words).isEmpty())
                                .collect(Collectors.joining(" "))))
                .collect(Collectors.joining("\n"));
    }

    private static String orLost(String words) {
        return words.isEmpty() ? "-" : words;
    }

    @Test
    void runningTextIsLeftAlone() {
        var document = document("一、项目基本情况\n2023年 全年预算数 60 万元，全年执行数 52 万元，执行率 86.7%。\n年初预算数、全年预算数、全年执行数均已公开。");
        assertSame(document, new FlatForms(FORMS).restored(document));
    }

    /// Whatever stands in the lines, nothing is lost: blocks stay in order, cells within their tables.
    @Test
    void anyLinesAreRead() {
        long seed = Seed.next();
        var random = new Random(seed);
        var words = List.of("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "产出指标", "办案数量", "≥90%", "12", "95.5%", "|",
                "年初预算数", "全年执行数", "执行率", "项目资金（万元）", "年度资金总额", "其中：财政拨款", "—", "预期目标", "完成较好。", "合计", "2023年", "（一）情况", "注：无");
        for (int i = 0; i < 2000; i++) {
            var text = new StringBuilder();
            int count = 1 + random.nextInt(40);
            for (int w = 0; w < count; w++) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(3) == 0 ? " " : "\n");
            }
            var document = document(text.toString());
            var restored = new FlatForms(FORMS).restored(document);
            for (var table : restored.tables().toList()) {
                assertTrue(table.cells().stream().map(cell -> List.of(cell.row(), cell.column())).distinct().count() == table.cells().size(),
                        () -> "seed " + seed + "\n" + text);
            }
            new GridFinder(FORMS).find(restored);
        }
    }
}
