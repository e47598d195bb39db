package cn.jixiao.dictionary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.observation.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RegionsTest {

    private static final Path HOME = Path.of(System.getProperty("jixiao.home", ".."), "dictionaries");
    private static final Regions REGIONS = Regions.load(Shelf.of(HOME));

    static Stream<Entry> examples() throws IOException {
        return Entry.parse("examples.yaml", Files.readString(HOME.resolve("regions/examples.yaml"))).stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesPlaces(Entry example) {
        var text = example.text("text");
        var found = REGIONS.find(text).stream().filter(each -> each.kind() != PlaceName.Kind.SHORT
                || each.candidates().getFirst().level() != Region.Level.COUNTY).toList();
        var codes = found.stream().map(each -> each.region() == null ? "?" : each.region().code()).toList();
        assertEquals(example.texts("places"), codes, () -> example.place() + " " + text);
        found.forEach(each -> assertEquals(each.name(), each.span().of(text)));
    }

    @Test
    void knowsTheTree() {
        var linze = REGIONS.byCode("620723").orElseThrow();
        assertEquals(new Region("620723", "临泽县", "甘肃省张掖市临泽县", Region.Level.COUNTY, "620700"), linze);
        assertEquals(List.of("620700", "620000"), REGIONS.ancestors(linze).stream().map(Region::code).toList());
        assertTrue(REGIONS.children(REGIONS.byCode("620700").orElseThrow()).contains(linze));
        assertEquals(List.of(linze), REGIONS.byName("临泽"));
        assertEquals(List.of(linze), REGIONS.byName("甘肃省张掖市临泽县"));
        assertEquals(4, REGIONS.byName("鼓楼区").size());
    }

    @Test
    void knowsWhatARowOfATableMeans() {
        var nanjing = REGIONS.byCode("320100").orElseThrow();
        assertEquals("320106", REGIONS.within(nanjing, "鼓楼区").orElseThrow().code());
        assertEquals("320106", REGIONS.within(nanjing, "鼓楼").orElseThrow().code());
        assertTrue(REGIONS.within(nanjing, "市本级").isEmpty());
        assertTrue(REGIONS.within(nanjing, "临泽县").isEmpty());
        var hegang = REGIONS.byCode("230400").orElseThrow();
        assertEquals("230406", REGIONS.within(hegang, "东山").orElseThrow().code());
    }

    @Test
    void keepsRenamedAndMergedCountiesComparable() {
        assertEquals("130881", REGIONS.comparable("130823"));
        assertEquals("130881", REGIONS.comparable("132624"), "by way of 承德地区");
        assertEquals("331083", REGIONS.comparable("331021"));
        assertEquals("420600", REGIONS.comparable("420600"));
        assertEquals("襄樊市", REGIONS.byCode("420600", 2008).orElseThrow().name());
        assertEquals("襄阳市", REGIONS.byCode("420600", 2020).orElseThrow().name());
        assertEquals("110101", REGIONS.successor("110103").orElseThrow().code());
        assertTrue(REGIONS.successor("620723").isEmpty());
        assertTrue(REGIONS.byCode("130881", 2010).isEmpty());
    }

    @Test
    void everyAreaInForceHasAnAreaAboveInForce() {
        for (int province = 11; province < 66; province++) {
            REGIONS.byCode(province + "0000").map(REGIONS::children).orElse(List.of()).forEach(below ->
                    assertTrue(REGIONS.inForce(below.parent()), below::toString));
        }
    }

    @Test
    void takesInventedPlaces(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("regions"));
        Files.writeString(folder.resolve("regions/divisions-local.tsv"),
                "990000\t云岭省\t\t2020-01\t\t云岭\n990100\t青禾市\t990000\t2020-01\t\t青禾\n990121\t石桥县\t990100\t2020-01\t\t石桥\n");
        var regions = Regions.load(Shelf.of(HOME, folder));
        assertEquals("云岭省青禾市石桥县", regions.find("石桥县司法局").getFirst().region().fullName());
    }

    @Test
    void saysWhereATableIsBroken(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("regions"));
        Files.writeString(folder.resolve("regions/zones-local.tsv"), "# mine\n云谷新区\t9901\n");
        var problem = assertThrows(DictionaryException.class, () -> Regions.load(Shelf.of(HOME, folder)));
        assertTrue(problem.getMessage().startsWith("regions/zones-local.tsv:2: "), problem.getMessage());
    }
}
