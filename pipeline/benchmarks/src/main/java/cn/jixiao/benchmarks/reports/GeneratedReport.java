package cn.jixiao.benchmarks.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// One report: its lines of text by part, and its tables.
///
/// Length and the share of figures are drawn so that they lie where those of published reports do: some 2,500 to 8,000
/// characters for most, a few of ten times that, one number in 30 to 80 characters.
///
/// @param title of the report
/// @param parts in the order of the report
record GeneratedReport(String title, List<Part> parts) {

    /// What stands between two tables.
    sealed interface Part {

        record Heading(String words) implements Part {
        }

        record Text(String words) implements Part {
        }

        record Table(List<List<String>> rows) implements Part {
        }
    }

    private static final String NAMES = "望青石松云白清宁安永长新东西南北河湖山林";
    private static final String ORDINALS = "一二三四五六七八九十";
    private static final List<String> SUBJECTS = List.of("法律援助", "人民调解", "社区矫正", "普法宣传", "公共法律服务", "安置帮教", "基层司法所建设");
    private static final List<String> HEADINGS = List.of("项目基本情况", "项目资金情况", "绩效目标完成情况", "评价工作开展情况", "综合评价结论",
            "存在的问题及原因", "有关建议");
    private static final List<String> PROSE = List.of(
            "根据财政部门关于全面实施预算绩效管理的要求，我单位成立评价工作组，由分管领导任组长，财务与业务科室共同参与。",
            "项目立项依据充分，程序规范，与部门职责和年度工作重点相符，绩效目标设定较为合理，指标较为清晰可衡量。",
            "资金使用符合国家财经法规和财务管理制度的规定，支出依据合规，未发现截留、挤占、挪用和虚列支出的情况。",
            "评价采用资料审查、实地查看、问卷调查和访谈相结合的办法，对项目的决策、过程、产出和效益进行了综合分析。",
            "项目实施以来，群众依法维权的意识明显增强，基层矛盾纠纷得到及时化解，社会反响良好。",
            "个别指标的设置不够细化，部分资料归集不够及时，项目管理人员对绩效管理的理解有待进一步加深。",
            "下一步将完善内部管理制度，加强业务培训，推动绩效管理与业务工作深度融合，提高资金使用效益。",
            "单位内部控制制度健全，会计核算规范，资产管理到位，重大事项经集体研究决定并按规定公开。",
            "受宣传方式较为单一等因素影响，偏远乡镇群众的知晓程度不高，仍需丰富形式、扩大覆盖。",
            "本次评价所用资料由项目单位提供，项目单位对其真实性、完整性负责，评价结论以所提供资料为基础。");
    private static final List<String> INDICATORS = List.of("办理法律援助案件数", "调解矛盾纠纷件数", "开展宣传活动场次", "培训人民调解员人次", "接待群众咨询人次",
            "调解成功率", "案件办结及时率", "经费支出总额", "受援人满意度", "社区矫正对象重新犯罪率", "法律顾问覆盖率", "发放宣传资料份数");

    static GeneratedReport of(Random random) {
        var place = pick(random) + pick(random) + pick(random) + (random.nextBoolean() ? "县" : "区");
        int year = 2016 + random.nextInt(9);
        var subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
        var title = place + "司法局" + year + "年度" + subject + "项目绩效自评报告";
        // Log-normal; the longest are the reports of whole departments.
        int length = (int) Math.min(60_000, 4200 * Math.exp(0.7 * random.nextGaussian()));
        var parts = new ArrayList<Part>();
        parts.add(new Part.Heading(title));
        int perSection = Math.max(200, length / HEADINGS.size());
        for (int section = 0; section < HEADINGS.size(); section++) {
            parts.add(new Part.Heading(ORDINALS.charAt(section) + "、" + HEADINGS.get(section)));
            section(section, perSection, year, subject, parts, random);
        }
        return new GeneratedReport(title, List.copyOf(parts));
    }

    private static void section(int section, int length, int year, String subject, List<Part> parts, Random random) {
        if (section == 1) {
            parts.add(new Part.Table(money(random)));
        }
        for (int written = 0; written < length;) {
            var words = new StringBuilder();
            for (int sentences = 2 + random.nextInt(3); sentences > 0; sentences--) {
                words.append(section <= 4 && random.nextInt(10) < 4 ? figures(year, subject, random) : PROSE.get(random.nextInt(PROSE.size())));
            }
            parts.add(new Part.Text(words.toString()));
            written += words.length();
        }
        if (section == 2) {
            parts.add(new Part.Table(targets(random)));
        }
    }

    private static String figures(int year, String subject, Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> year + "年" + subject + "项目年初预算" + (20 + random.nextInt(400)) + ".50万元，全年实际支出" + (19 + random.nextInt(390)) + "."
                    + (10 + random.nextInt(80)) + "万元。";
            case 1 -> "全年办理案件" + (30 + random.nextInt(900)) + "件，其中农民工案件" + (5 + random.nextInt(25)) + "件，办结率" + (90 + random.nextInt(9)) + "%。";
            case 2 -> "开展宣传活动" + (5 + random.nextInt(90)) + "场次，接待咨询" + (200 + random.nextInt(5000)) + "余人次，发放资料" + (1000 + random.nextInt(9000)) + "份。";
            case 3 -> "群众满意度达到" + (90 + random.nextInt(9)) + "." + random.nextInt(10) + "%，较上年提高" + (1 + random.nextInt(4)) + "个百分点。";
            default -> "调解各类矛盾纠纷" + (100 + random.nextInt(4000)) + "件，涉及金额" + (50 + random.nextInt(900)) + "万元，调解成功率" + (91 + random.nextInt(8)) + "%。";
        };
    }

    private static List<List<String>> money(Random random) {
        int whole = 50 + random.nextInt(900);
        int spent = whole - random.nextInt(20);
        return List.of(List.of("项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "得分"),
                List.of("年度资金总额", whole + ".00", whole + ".00", spent + ".00", "10", "9.8"),
                List.of("其中：当年财政拨款", whole + ".00", whole + ".00", spent + ".00", "—", "—"),
                List.of("其他资金", "0.00", "0.00", "0.00", "—", "—"));
    }

    private static List<List<String>> targets(Random random) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"));
        for (var name : INDICATORS.subList(0, 5 + random.nextInt(INDICATORS.size() - 4))) {
            int target = 10 + random.nextInt(89);
            boolean rate = name.endsWith("率") || name.endsWith("度");
            rows.add(List.of(name, "≥" + target + (rate ? "%" : ""), target + random.nextInt(rate ? 2 : 90) + (rate ? "%" : ""), "5",
                    "" + (3 + random.nextInt(3)), "无"));
        }
        return List.copyOf(rows);
    }

    private static String pick(Random random) {
        return "" + NAMES.charAt(random.nextInt(NAMES.length()));
    }

    /// The revised edition: one figure in one sentence is another.
    GeneratedReport revised() {
        var changed = new ArrayList<Part>();
        boolean done = false;
        for (var part : parts) {
            if (!done && part instanceof Part.Text text && text.words().contains("件，")) {
                changed.add(new Part.Text(text.words().replaceFirst("件，", "0件，")));
                done = true;
            } else {
                changed.add(part);
            }
        }
        return new GeneratedReport(title, List.copyOf(changed));
    }
}
