package cn.jixiao.evaluate.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.jixiao.document.Box;
import cn.jixiao.document.Page;
import cn.jixiao.evaluate.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableScoreTest {

    /// A heading over two columns, and a gap in the first row below it.
    private static final TableRegion TRUTH = new TableRegion(1, new Box(0, 0, 100, 60), List.of(
            new TableRegion.Place(0, 0, 0, 2, "预算"),
            new TableRegion.Place(1, 0, 1, 0, "甲"),
            new TableRegion.Place(1, 2, 1, 2, "1 2"),
            new TableRegion.Place(2, 0, 2, 0, "乙"),
            new TableRegion.Place(2, 1, 2, 1, "3"),
            new TableRegion.Place(2, 2, 2, 2, "4")));

    private static TableRegion region(int page, double top, TableRegion.Place... cells) {
        return new TableRegion(page, new Box(0, top, 100, top + 50), List.of(cells));
    }

    @Test
    void neighboursAreTheNearestWithWords() {
        assertEquals(8, TRUTH.relations().size());
        assertEquals(1, TRUTH.relations().get(new TableRegion.Relation("甲", "12", false)));
        assertEquals(1, TRUTH.relations().get(new TableRegion.Relation("预算", "3", true)));
    }

    @Test
    void theTruthScoresFullMarks() {
        var score = TableScore.of(List.of(TRUTH), List.of(TRUTH));
        assertEquals(new Tally(8, 0, 0), score.whole());
        assertEquals(1, score.whole().f1());
    }

    @Test
    void aGluedCellCostsAllItsRelations() {
        var found = new TableRegion(1, TRUTH.box(), TRUTH.cells().stream().map(cell -> cell.words().equals("3")
                ? new TableRegion.Place(2, 1, 2, 2, "34") : cell).filter(cell -> !cell.words().equals("4")).toList());
        assertEquals(new Tally(4, 3, 4), TableScore.of(List.of(TRUTH), List.of(found)).whole());
    }

    @Test
    void whatHasNoPartnerIsWrongOrMissed() {
        var found = region(2, 0, new TableRegion.Place(0, 0, 0, 0, "甲"), new TableRegion.Place(0, 1, 0, 1, "12"));
        var score = TableScore.of(List.of(TRUTH), List.of(found));
        assertEquals(new Tally(0, 1, 8), score.whole());
        assertEquals(new Tally(0, 0, 8), score.structure());
    }

    @Test
    void theLargestOverlapDecides() {
        var low = region(1, 40, new TableRegion.Place(0, 0, 0, 0, "x"), new TableRegion.Place(0, 1, 0, 1, "y"));
        assertEquals(new Tally(8, 1, 0), TableScore.of(List.of(TRUTH), List.of(low, TRUTH)).whole());
    }

    @Test
    void theTruthIsReadFromItsFile(@TempDir Path folder) throws IOException {
        var xml = TableTruth.beside(folder.resolve("a.b.pdf"));
        assertEquals("a.b-str.xml", xml.getFileName().toString());
        Files.writeString(xml, """
                <document filename="a.pdf"><table id="1"><region id="1" page="1">
                  <cell id="1" start-row="0" start-col="0" end-col="1">
                    <bounding-box x1="10" x2="90" y1="700" y2="710"/><content>to air
                kg</content></cell>
                </region></table></document>
                """);
        var pages = List.of(new Page(1, 600, 800, Page.Origin.TEXT));
        assertEquals(List.of(new TableRegion(1, new Box(10, 90, 90, 100),
                List.of(new TableRegion.Place(0, 0, 0, 1, "toairkg")))), TableTruth.read(xml, pages));
        Files.writeString(xml, "<!DOCTYPE document><document/>");
        assertThrows(IOException.class, () -> TableTruth.read(xml, pages));
    }
}
