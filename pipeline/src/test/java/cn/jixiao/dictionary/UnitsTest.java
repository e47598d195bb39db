package cn.jixiao.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.observation.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitsTest {

    private static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home", "..")).resolve("dictionaries"));

    @Test
    void moneyIsHeldInYuanAndPerMilleInPercent() {
        var units = Units.load(SHELF);
        assertEquals(new BigDecimal(10000), units.find("万元").orElseThrow().factor());
        assertEquals("CNY", units.find("亿元").orElseThrow().symbol());
        assertEquals(new BigDecimal("0.1"), units.find("‰").orElseThrow().factor());
        assertEquals(Kind.SCORE, units.find("分").orElseThrow().kind());
    }

    @Test
    void thereAreMeasureWordsEnough() {
        var counts = Units.load(SHELF).words().values().stream().filter(unit -> unit.kind() == Kind.COUNT).count();
        assertTrue(counts >= 200, counts + " measure words");
    }

    @Test
    void aWordIsNeverBothUnitAndStop() {
        var units = Units.load(SHELF);
        assertEquals(java.util.List.of(), units.stops().stream().filter(word -> units.find(word).isPresent()).sorted().toList());
    }

    @Test
    void aBrokenEntryIsToldWithFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("units.yaml"), "- kind: count\n  words: [件]\n- kind: length\n  words: [里]\n");
        var problem = assertThrows(DictionaryException.class, () -> Units.load(Shelf.of(folder)));
        assertTrue(problem.getMessage().startsWith("units.yaml:4") || problem.getMessage().startsWith("units.yaml:3"), problem.getMessage());
    }

    @Test
    void aPatternWithoutItsBracketIsToldWithFileAndLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("exclusions.yaml"), "- rule: date\n  means: a day\n  patterns: ['#(年']\n");
        var problem = assertThrows(DictionaryException.class, () -> Exclusions.load(Shelf.of(folder)));
        assertTrue(problem.getMessage().startsWith("exclusions.yaml:"), problem.getMessage());
    }
}
