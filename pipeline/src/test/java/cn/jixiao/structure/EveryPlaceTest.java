package cn.jixiao.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.observation.Region;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every area in force, with bodies of many kinds, in titles of several shapes.
class EveryPlaceTest {

    private static final Path HOME = Path.of(System.getProperty("jixiao.home", ".."), "dictionaries");
    private static final Regions REGIONS = Regions.load(Shelf.of(HOME));
    private static final FactFinder FINDER = new FactFinder(FactWords.load(Shelf.of(HOME)), REGIONS);

    private static final List<String> BODIES = List.of("司法局", "发展和改革委员会", "人民法院", "城市管理综合行政执法局",
            "委组织部", "人民政府办公室", "第一中学", "中医医院", "融媒体中心", "公安局交通警察大队", "残疾人联合会", "图书馆",
            "妇幼保健计划生育服务中心", "委党校", "乡村振兴局", "红十字会", "生态环境分局", "公共资源交易中心", "总工会");
    private static final List<String> PROJECTS = List.of("法律援助", "社区矫正", "道路建设", "低保补助", "办公楼维修改造",
            "设备采购", "学生资助", "养老服务中心建设", "网络安全运维");

    @Test
    void aFullNameBeforeTheYear() {
        for (var each : samples()) {
            var agency = each.region().fullName() + each.body();
            check(each, agency, agency + "2022年度" + each.project() + "项目支出绩效自评报告");
        }
    }

    @Test
    void aFullNameBehindTheYear() {
        for (var each : samples()) {
            var agency = each.region().fullName() + each.body();
            check(each, agency, "2022年度" + agency + each.project() + "项目绩效自评报告");
        }
    }

    @Test
    void anOwnNameWithTheAreaAboveInTheText() {
        for (var each : samples()) {
            var above = REGIONS.parent(each.region()).map(Region::name).orElse("");
            check(each, each.region().name() + each.body(), each.region().name() + each.body() + "2022年度"
                    + each.project() + "项目支出绩效自评报告\n一、概况\n" + above + "财政局安排资金。");
        }
    }

    private record Sample(Region region, String body, String project) {
    }

    private static List<Sample> samples() {
        var samples = new ArrayList<Sample>();
        for (var region : REGIONS.all()) {
            int i = samples.size();
            samples.add(new Sample(region, BODIES.get(i % BODIES.size()), PROJECTS.get(i % PROJECTS.size())));
        }
        assertTrue(samples.size() > 3000, () -> samples.size() + " areas");
        return samples;
    }

    private static void check(Sample sample, String agency, String text) {
        var facts = FINDER.find(Pages.of("a.txt", text));
        assertEquals(agency, facts.agency(), text);
        assertEquals(sample.region(), facts.region(), text);
        assertEquals(2022, facts.year(), text);
    }
}
