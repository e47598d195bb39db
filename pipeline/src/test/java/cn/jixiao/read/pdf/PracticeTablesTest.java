package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.document.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Reports that exist as PDF and as HTML must give the same cells and the same digits.
@EnabledIfEnvironmentVariable(named = "JIXIAO_MATERIAL", matches = ".+",
        disabledReason = "JIXIAO_MATERIAL does not name the directory of practice reports")
class PracticeTablesTest {

    private static final Path PRACTICE = Path.of(String.valueOf(System.getenv("JIXIAO_MATERIAL")), "practice");

    @Test
    void cellsOfThePageAreCellsOfTheSource() throws IOException {
        int all = 0;
        int right = 0;
        var wrong = new ArrayList<String>();
        for (var file : reports()) {
            var found = cells(read(file));
            for (var cell : expected(file)) {
                all++;
                if (found.merge(cell, -1, Integer::sum) >= 0) {
                    right++;
                } else {
                    wrong.add(file.getFileName() + " " + cell);
                }
            }
        }
        System.out.println("cells of practice PDFs: " + right + " of " + all);
        wrong.forEach(System.out::println);
        assertTrue(right >= 0.97 * all, wrong.toString());
    }

    @Test
    void noDigitIsLost() throws IOException {
        for (var file : reports()) {
            var body = Jsoup.parse(html(file), "UTF-8").body();
            assertEquals(digits(body.text()), digits(read(file).text()), file.toString());
        }
    }

    private static List<Path> reports() throws IOException {
        try (var files = Files.list(PRACTICE.resolve("pdf"))) {
            return files.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
        }
    }

    private static java.io.File html(Path pdf) {
        return PRACTICE.resolve("html").resolve(pdf.getFileName().toString().replace(".pdf", ".html")).toFile();
    }

    private static Document read(Path file) {
        return new PdfReader().read("id", Source.ofFile(file.getFileName().toString(), file));
    }

    private static String digits(String text) {
        return text.chars().filter(Character::isDigit).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private static Map<String, Integer> cells(Document document) {
        Map<String, Integer> cells = new HashMap<>();
        var tables = document.tables().toList();
        for (Table table : tables) {
            for (Cell cell : table.cells()) {
                cells.merge(key(cell.row(), cell.column(), cell.rows(), cell.columns(),
                        document.textOf(cell.span())), 1, Integer::sum);
            }
        }
        return cells;
    }

    private static List<String> expected(Path file) throws IOException {
        var cells = new ArrayList<String>();
        for (var table : Jsoup.parse(html(file), "UTF-8").select("table")) {
            var taken = new ArrayList<BitSet>();
            int row = 0;
            for (var line : table.select("tr")) {
                for (var cell : line.select("td,th")) {
                    cells.add(place(cell, row, taken));
                }
                row++;
            }
        }
        return cells;
    }

    private static String place(Element cell, int row, List<BitSet> taken) {
        int rows = span(cell, "rowspan");
        int columns = span(cell, "colspan");
        while (taken.size() < row + rows) {
            taken.add(new BitSet());
        }
        int column = taken.get(row).nextClearBit(0);
        for (int r = row; r < row + rows; r++) {
            taken.get(r).set(column, column + columns);
        }
        return key(row, column, rows, columns, cell.text());
    }

    private static int span(Element cell, String name) {
        return cell.hasAttr(name) ? Integer.parseInt(cell.attr(name)) : 1;
    }

    private static String key(int row, int column, int rows, int columns, String text) {
        return row + "," + column + " " + rows + "x" + columns + " " + text.replaceAll("[\\s\u3000]+", "");
    }
}
