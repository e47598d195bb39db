package cn.jixiao.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Corpus;
import cn.jixiao.Pipeline;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Observation;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Which figures are surer for their arithmetic.
class ConfirmedTest {

    private static Observation figure(String text, String raw) throws IOException {
        return new Pipeline(Corpus.DICTIONARIES).run(Source.ofText("a.txt", text)).observations().stream()
                .filter(each -> each.raw().equals(raw)).findFirst().orElseThrow();
    }

    @Test
    void aRateThatFollowsMakesItsAmountsSurer() throws IOException {
        var right = figure("青石县司法局2023年度绩效自评报告\n全年预算数50万元，实际支出45万元，预算执行率90%。", "45万元");
        var alone = figure("青石县司法局2023年度绩效自评报告\n全年预算数50万元，实际支出45万元。", "45万元");
        assertTrue(right.rules().contains("held"), right.toString());
        assertTrue(right.confidence() > alone.confidence(), right.confidence() + " and " + alone.confidence());
        assertEquals(alone.quantity(), right.quantity());
    }

    @Test
    void aRateThatDoesNotFollowMakesNothingSurer() throws IOException {
        var wrong = figure("青石县司法局2023年度绩效自评报告\n全年预算数50万元，实际支出45万元，预算执行率70%。", "45万元");
        assertFalse(wrong.rules().contains("held"), wrong.toString());
    }

    @Test
    void ofTwoFiguresThatContradictEachOtherTheOneThatAddsUpIsSurer() throws IOException {
        var text = "青石县司法局2023年度绩效自评报告\n一、办案情况\n全年办理法律援助案件158件，其中刑事案件48件、民事案件109件、行政案件1件。\n"
                + "二、效益情况\n全年办理法律援助案件185件，群众满意。";
        assertTrue(figure(text, "158件").rules().contains("held"));
        assertFalse(figure(text, "185件").rules().contains("held"));
    }
}
