package cn.jixiao.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people call indicators when they ask.
class NamingTest {

    private static final Shelf SHELF = new Shelf(List.of(Path.of(System.getProperty("jixiao.home", "..")).resolve("dictionaries")));
    private static final Naming NAMING = new Naming(Indicators.load(SHELF), DerivedIndicators.load(SHELF), Regions.load(SHELF));

    @ParameterizedTest
    @CsvSource({"fund.execution_rate,fund.execution_rate", "预算执行率,fund.execution_rate", "法律援助案件数,legal_aid.cases",
        "支出数 / 法律援助案件数,fund.spent / legal_aid.cases"})
    void idsAndNamesAreKnown(String word, String id) {
        assertEquals(Optional.of(id), NAMING.indicator(word));
    }

    @ParameterizedTest
    @CsvSource({"法援案件,legal_aid.cases", "执行比率,fund.execution_rate", "legal_aid.case,legal_aid.cases"})
    void whatIsNearlyANameIsOfferedIt(String word, String id) {
        assertEquals(Optional.empty(), NAMING.indicator(word));
        assertTrue(NAMING.like(word).stream().anyMatch(each -> each.endsWith(" " + id)), NAMING.like(word).toString());
    }

    @Test
    void nothingIsOfferedForAWordOfAnotherWorld() {
        assertEquals(List.of(), NAMING.like("火星"));
    }
}
