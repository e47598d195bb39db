package cn.jixiao.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Source;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A report of thousands of figures is checked without the work growing with their square. The limit is far above what is
/// needed; the time taken is printed.
class LargeReportTest {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final Dictionaries DICTIONARIES = Dictionaries.load(new Shelf(List.of(Path.of("..", "dictionaries"))));

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aLongReportIsChecked() {
        var text = new StringBuilder("某市司法局2021年度绩效自评报告\n");
        for (int i = 0; i < 250; i++) {
            int cases = 1000 + i * 7;
            text.append("全年调解矛盾纠纷").append(cases).append("件，调解成功").append(cases - 3).append("件，其中：婚姻家庭纠纷")
                    .append(cases / 2).append("件、邻里纠纷").append(cases / 4).append("件。\n项目").append(i).append("预算")
                    .append(100 + i).append(".5万元，支出").append(50 + i).append(".25万元，执行率").append(60 + i % 30)
                    .append(".12%，比上年增长").append(i % 20).append(".3%。\n");
        }
        text.append("各乡镇情况表\n乡镇\t案件（件）\t资金（万元）\t人次（人次）\t满意度（%）\n");
        for (int i = 0; i < 250; i++) {
            text.append("乡镇").append(i).append("\t").append(i + 11).append("\t").append(i).append(".25\t").append(i * 3 + 1)
                    .append("\t9").append(i % 10).append(".5\n");
        }
        var extraction = new Pipeline(DICTIONARIES).run(Source.ofText("long.txt", text.toString()));
        assertTrue(extraction.observations().size() > 2_000, "observations: " + extraction.observations().size());
        var checker = Checker.of(DICTIONARIES);
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 3; round++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            checker.check(extraction.document(), extraction.outline(), extraction.observations());
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        System.out.println("checked %d observations in %d ms of processor time".formatted(extraction.observations().size(), best / 1_000_000));
    }
}
