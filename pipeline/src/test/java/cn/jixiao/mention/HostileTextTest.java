package cn.jixiao.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Long runs of what a backtracking reader would choke on. The limit is generous for anything linear and far
/// beyond reach for anything else.
class HostileTextTest {

    private static final int LENGTH = 200_000;

    @ParameterizedTest
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @ValueSource(strings = {"1", "一", "十", "百", "1、", "一、", "1.", "1,", "1,111", "1-", "2021-", "2021年", "1至", "“", "《", "“《", "(1)", "百分之",
            "1/", "1:", "1·", "每1扣", "不超过", "约", "余", "1余", "1万", "一万", "一万一千", "万亿", "1 ", "1\n", " ", "\n", "-", "1x", "x1", "〔2021〕", "第1", "1件",
            "1件、", "1元/", "1%-", "九成", "分之", "三分之", "$\\geq 1", "1+", "零", "点", "一点", "1人次"})
    void everyShapeIsReadInLinearTime(String unit) {
        var text = unit.repeat(LENGTH / unit.length());
        var found = Fixture.find(text);
        found.mentions().forEach(mention -> assertEquals(mention.raw(), mention.span().of(text)));
    }

    @ParameterizedTest
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    @ValueSource(strings = {"1", "一", "百", "1、", "“", "《", "1.", "约", " "})
    void aLongRunBeforeAQuantityDoesNotHideIt(String unit) {
        var found = Fixture.find(unit.repeat(1000) + "\n。全年办理案件87件。");
        assertEquals("87件", found.mentions().getLast().raw());
    }
}
