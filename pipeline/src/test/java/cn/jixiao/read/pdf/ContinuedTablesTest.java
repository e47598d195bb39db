package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContinuedTablesTest {

    private static PrintedTable table(int page, String... rows) {
        var cells = new ArrayList<PrintedCell>();
        for (int row = 0; row < rows.length; row++) {
            var words = rows[row].split("\\|", -1);
            for (int column = 0; column < words.length; column++) {
                cells.add(new PrintedCell(row, column, 1, 1, words[column].isEmpty() ? List.of()
                        : List.of(line(page, 20 * row, words[column])), 100 * column, 100 * column + 100));
            }
        }
        var ys = new ArrayList<Double>();
        for (int row = 0; row <= rows.length; row++) {
            ys.add(20.0 * row);
        }
        return new PrintedTable(page, List.of(0.0, 100.0, 200.0, 300.0), ys, cells, true);
    }

    private static PrintedLine line(int page, double top, String words) {
        var box = new Box(5, top, 95, top + 10);
        var edges = new float[words.length() + 1];
        return new PrintedLine(page, List.of(new Run(words, edges, box)), 5, top, 95, top + 10, 10, false, false);
    }

    private static String joined(PrintedTable above, PrintedTable below) {
        var table = ContinuedTables.join(above, below).orElseThrow().table();
        var rows = new ArrayList<String>();
        for (int row = 0; row < table.rows(); row++) {
            rows.add(table.row(row).stream().map(cell -> cell.words().text()).collect(Collectors.joining("|")));
        }
        return String.join("\n", rows);
    }

    @Test
    void aRowCutByThePageIsOne() {
        assertEquals("指标|说明|得分\n办结率|按期办结的案件占受理案件的比例|10\n满意度|问卷|9",
                joined(table(1, "指标|说明|得分", "办结率|按期办结的案件占|10"),
                        table(2, "|受理案件的比例|", "满意度|问卷|9")));
    }

    @Test
    void aRowThatBeginsAnewIsNotJoined() {
        assertEquals("指标|说明|得分\n办结率|按期办结的比例。|10\n|抽查|9",
                joined(table(1, "指标|说明|得分", "办结率|按期办结的比例。|10"), table(2, "|抽查|9")));
    }

    @Test
    void theHeaderPrintedAgainIsDroppedBeforeTheCutRow() {
        assertEquals("指标|说明|得分\n办结率|按期办结的案件占受理案件的比例|10",
                joined(table(1, "指标|说明|得分", "办结率|按期办结的案件占|10"),
                        table(2, "指标|说明|得分", "|受理案件的比例|")));
    }
}
