package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A table is made up, printed and read again: the same cells must come back.
///
/// `-Djixiao.rounds=2000` prints more of them, `-Djixiao.seed=1` those of one seed again.
class RandomTablesTest {

    private static final double LEFT = 60;
    private static final double TOP = 80;
    private static final double HIGH = 34;

    private record Made(int row, int column, int rows, int columns, String words) {
    }

    @Test
    void whatIsPrintedIsRead() throws IOException {
        long seed = Seed.next();
        System.out.println("whatIsPrintedIsRead seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("jixiao.rounds", 120); round++) {
            var note = "seed " + seed + " round " + round;
            int rows = 2 + random.nextInt(7);
            int columns = 2 + random.nextInt(4);
            var cells = saying(random, rows, columns);
            var pen = Printer.Pen.values()[random.nextInt(Printer.Pen.values().length)];
            try (var printer = new Printer()) {
                double wide = 470.0 / columns;
                cells.forEach(cell -> print(printer, cell, wide, pen));
                var document = printer.read();
                assertEquals(List.of(), document.problems(), note);
                assertEquals(expected(cells), found(document), note);
                checkLayout(document, note);
            }
        }
    }

    @Test
    void whatRunsOverPagesIsOneTable() throws IOException {
        long seed = Seed.next();
        System.out.println("whatRunsOverPagesIsOneTable seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("jixiao.rounds", 60); round++) {
            var note = "seed " + seed + " round " + round;
            int columns = 2 + random.nextInt(4);
            var rows = rows(random, 4 + random.nextInt(20), columns);
            int cut = 2 + random.nextInt(rows.size() - 3);
            boolean again = random.nextBoolean();
            var rest = new ArrayList<>(rows.subList(cut, rows.size()));
            if (again) {
                rest.addFirst(rows.getFirst());
            }
            try (var printer = new Printer()) {
                printer.grid(LEFT, 780 - 20 * cut, 460.0 / columns, 20, rows.subList(0, cut));
                printer.page().grid(LEFT, 60, 460.0 / columns, 20, rest);
                var document = printer.read();
                assertEquals(List.of(joined(rows)), document.tables().map(table ->
                        document.textOf(table.span())).toList(), note);
                checkLayout(document, note);
            }
        }
    }

    @Test
    void columnsWithoutRulingsAreATable() throws IOException {
        long seed = Seed.next();
        System.out.println("columnsWithoutRulingsAreATable seed " + seed);
        var random = new Random(seed);
        for (int round = 0; round < Integer.getInteger("jixiao.rounds", 60); round++) {
            var note = "seed " + seed + " round " + round;
            int columns = 2 + random.nextInt(4);
            var rows = rows(random, 4 + random.nextInt(20), columns);
            double pitch = 12 + random.nextInt(8);
            try (var printer = new Printer()) {
                for (int r = 0; r < rows.size(); r++) {
                    for (int c = 0; c < columns; c++) {
                        printer.text(LEFT + c * 90, TOP + r * pitch, rows.get(r).get(c));
                    }
                }
                var document = printer.read();
                assertEquals(List.of(joined(rows)), document.tables().map(table ->
                        document.textOf(table.span())).toList(), note);
                checkLayout(document, note);
            }
        }
    }

    /// A head of words, then rows of a label and figures.
    private static List<List<String>> rows(Random random, int count, int columns) {
        var rows = new ArrayList<List<String>>();
        for (int r = 0; r < count; r++) {
            var row = new ArrayList<String>();
            for (int c = 0; c < columns; c++) {
                row.add(r == 0 ? "Head " + (char) ('A' + c) : c == 0 ? "county " + (char) ('a' + r)
                        : random.nextInt(100000) / 100.0 + "");
            }
            rows.add(row);
        }
        return rows;
    }

    private static String joined(List<List<String>> rows) {
        return rows.stream().map(row -> String.join("\t", row)).collect(java.util.stream.Collectors.joining("\n"));
    }

    /// A frame around the words of a single cell is read as those words, since boxes and diagrams look like that too
    /// (see [Charts]); nothing is lost by it, and it is no table to be found.
    private static List<Made> saying(Random random, int rows, int columns) {
        var cells = cells(random, rows, columns);
        while (cells.stream().filter(cell -> !cell.words().isEmpty()).count() < 2) {
            cells = cells(random, rows, columns);
        }
        return cells;
    }

    /// Merges at random, such that in every row and in every column some cell begins.
    private static List<Made> cells(Random random, int rows, int columns) {
        var taken = new boolean[rows][columns];
        var cells = new ArrayList<Made>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (taken[r][c]) {
                    continue;
                }
                boolean merge = r > 0 && c > 0 && random.nextInt(4) == 0;
                int high = merge ? 1 + random.nextInt(Math.min(3, rows - r)) : 1;
                int wide = merge ? free(taken[r], c, 1 + random.nextInt(Math.min(3, columns - c))) : 1;
                for (int i = r; i < r + high; i++) {
                    java.util.Arrays.fill(taken[i], c, c + wide, true);
                }
                cells.add(new Made(r, c, high, wide, words(random)));
            }
        }
        return cells;
    }

    private static int free(boolean[] row, int from, int wish) {
        int wide = 1;
        while (wide < wish && !row[from + wide]) {
            wide++;
        }
        return wide;
    }

    private static String words(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> String.valueOf(random.nextInt(100000));
            case 2 -> random.nextInt(10000) + "." + random.nextInt(10) + random.nextInt(10);
            case 3 -> random.nextInt(100) + "%";
            case 4 -> "north roads";
            default -> "training of mediators in villages";
        };
    }

    private static void print(Printer printer, Made cell, double wide, Printer.Pen pen) {
        double x = LEFT + cell.column() * wide;
        double y = TOP + cell.row() * HIGH;
        double right = x + cell.columns() * wide;
        double bottom = y + cell.rows() * HIGH;
        try {
            printer.rule(x, y, right, y, pen).rule(x, bottom, right, bottom, pen)
                    .rule(x, y, x, bottom, pen).rule(right, y, right, bottom, pen);
            double line = y + 13;
            for (var part : wrapped(cell.words(), right - x - 10)) {
                printer.text(x + 5, line, part);
                line += 12;
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> wrapped(String words, double room) throws IOException {
        var lines = new ArrayList<String>();
        for (var word : words.isEmpty() ? new String[0] : words.split(" ")) {
            if (!lines.isEmpty() && Printer.width(lines.getLast() + " " + word) <= room) {
                lines.add(lines.removeLast() + " " + word);
            } else {
                lines.add(word);
            }
        }
        return lines;
    }

    private static List<String> expected(List<Made> cells) {
        return cells.stream().map(cell -> cell.row() + "," + cell.column() + " " + cell.rows() + "x" + cell.columns()
                + " " + cell.words()).toList();
    }

    private static List<String> found(Document document) {
        return document.tables().flatMap((Table table) -> table.cells().stream()).map((Cell cell) -> cell.row() + ","
                + cell.column() + " " + cell.rows() + "x" + cell.columns() + " " + document.textOf(cell.span()))
                .toList();
    }

    private static void checkLayout(Document document, String note) {
        for (var line : document.layout().lines()) {
            var words = document.textOf(line.span());
            assertTrue(words.indexOf('\t') < 0 && words.indexOf('\n') < 0, note + " " + words);
            for (int i = 1; i < line.edges().length; i++) {
                assertTrue(line.edges()[i] >= line.edges()[i - 1] - 0.01, note + " " + words);
            }
        }
        long printed = document.text().chars().filter(c -> c > ' ').count();
        long placed = document.layout().lines().stream().map(line -> document.textOf(line.span()))
                .flatMapToInt(String::chars).filter(c -> c > ' ').count();
        assertEquals(printed, placed, note);
    }
}
