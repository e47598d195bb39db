package cn.jixiao.cli;

import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Invented reports for measuring, the same from the same seed: one for each area and year, each telling every indicator
/// about as often as asked for, some as targets, some of subsets, some twice and differently. No figure of them is of a
/// real place.
final class SyntheticReports {

    private static final List<String> SUBSETS = List.of("农民工", "未成年人", "残疾人", "妇女", "老年人", "刑事", "民事", "行政");
    private static final List<String> WAYS = List.of("全年", "本年度", "截至12月底", "报告期内", "根据台账统计，", "经核实，");
    private static final List<String> ENDS = List.of("群众反映良好", "较好完成了年初目标", "工作机制进一步健全", "服务质量稳步提升",
            "案卷评查全部合格", "资金使用合规", "覆盖所有乡镇和街道", "宣传形式有待丰富");

    private static final int PER_SENTENCE = 2;

    private final List<Region> regions;
    private final List<Indicator> indicators;
    private final int perReport;
    private final int perPassage;
    private final long seed;

    /// @param perReport observations of a report
    /// @param perPassage observations of one of its paragraphs
    SyntheticReports(List<Region> regions, List<Indicator> indicators, int perReport, int perPassage, long seed) {
        this.regions = List.copyOf(regions);
        this.indicators = List.copyOf(indicators);
        this.perReport = perReport;
        this.perPassage = perPassage;
        this.seed = seed;
    }

    /// The same at every call, whatever was made before it, so that several threads may make them.
    Extraction report(int region, int year) {
        return new Report(regions.get(region), year, new SplittableRandom(seed + region * 10_000L + year)).make();
    }

    /// One report in the making.
    private final class Report {

        private final Region region;
        private final int year;
        private final SplittableRandom random;
        private final StringBuilder text = new StringBuilder();
        private final List<Block> blocks = new ArrayList<>();
        private final List<Draft> drafts = new ArrayList<>();

        private final List<Span> sentences = new ArrayList<>();

        private record Draft(Indicator indicator, Span span, int sentence, BigDecimal value, boolean target, boolean part) {
        }

        Report(Region region, int year, SplittableRandom random) {
            this.region = region;
            this.year = year;
            this.random = random;
        }

        Extraction make() {
            paragraph(region.fullName() + "司法局" + year + "年度项目支出绩效自评报告");
            for (int made = 0; made < perReport; made += perPassage) {
                passage(Math.min(perPassage, perReport - made), made);
            }
            var source = region.code() + "/" + year + ".txt";
            var id = id(source);
            var document = new Document(id, source, "text/plain", text.toString(), blocks, List.of(), Layout.NONE, List.of());
            var facts = new Facts(region.name() + year + "年度绩效自评报告", DocumentType.SELF_EVALUATION, agency(), null, region, year,
                    Period.year(year), List.of());
            var outline = new Outline(facts, List.of(), sentences,
                    List.of(new Project("公共法律服务经费", List.of())), List.of());
            return new Extraction(document, outline, new Mentions(List.of(), List.of()),
                    drafts.stream().map(draft -> observation(id, source, draft)).toList(), List.of());
        }

        private String id(String source) {
            try {
                return Source.ofText(source, text.toString()).id();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        private String agency() {
            return region.name() + "司法局";
        }

        private void paragraph(String words) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            int start = text.length();
            text.append(words);
            sentences.add(new Span(start, text.length()));
            blocks.add(new Paragraph(new Span(start, text.length())));
        }

        private void passage(int figures, int from) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            int start = text.length();
            text.append(WAYS.get(random.nextInt(WAYS.size())));
            int sentence = start;
            for (int i = 0; i < figures; i++) {
                if (i > 0 && i % PER_SENTENCE == 0) {
                    text.append('。');
                    sentences.add(new Span(sentence, text.length()));
                    sentence = text.length();
                }
                var indicator = indicators.get((from + i) % indicators.size());
                boolean target = random.nextInt(4) == 0;
                boolean part = random.nextInt(5) == 0;
                text.append(i % PER_SENTENCE == 0 ? "" : "，").append(target ? "计划" : "").append(part ? SUBSETS.get(random.nextInt(SUBSETS.size())) : "")
                        .append(indicator.name());
                var value = indicator.kind() == Kind.RATE ? BigDecimal.valueOf(random.nextInt(5000, 10_000), 2)
                        : BigDecimal.valueOf(random.nextInt(1, 100_000));
                int at = text.length();
                text.append(value.toPlainString()).append(unit(indicator));
                drafts.add(new Draft(indicator, new Span(at, text.length()), sentences.size(), value, target, part));
            }
            text.append('，').append(ENDS.get(random.nextInt(ENDS.size()))).append('。');
            sentences.add(new Span(sentence, text.length()));
            blocks.add(new Paragraph(new Span(start, text.length())));
        }

        private static String unit(Indicator indicator) {
            var unit = indicator.units().isEmpty() ? "个" : indicator.units().getFirst();
            return unit.equals("CNY") ? "元" : unit;
        }

        private Observation observation(String id, String source, Draft draft) {
            var unit = draft.indicator().units().isEmpty() ? "个" : draft.indicator().units().getFirst();
            var quantity = new Quantity(draft.indicator().kind(), Comparator.EQ, draft.value(), unit, Interval.exactly(draft.value()));
            var sentence = sentences.get(draft.sentence()).of(text);
            return new Observation(id.substring(0, 12) + ":" + draft.span().start(), id, source, region, agency(), year, Period.year(year),
                    "公共法律服务经费", draft.indicator().id(), draft.indicator().name(),
                    draft.part() ? SUBSETS.get(draft.span().start() % SUBSETS.size()) : null, draft.target() ? Role.TARGET : Role.ACTUAL,
                    quantity, draft.span().of(text), new Evidence(null, draft.span(), sentence, null), 0.93, List.of("synthetic"));
        }
    }
}
