package cn.jixiao.index;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Builds reports of invented places by hand, as the pipeline would hand them over.
public final class Reports {

    public static final Region PREFECTURE = new Region("990100", "云岭市", "南华省云岭市", Region.Level.PREFECTURE, "990000");

    private final String path;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private DocumentType type = DocumentType.SELF_EVALUATION;
    private @Nullable Region region;
    private @Nullable String agency;
    private @Nullable Integer year;
    private List<String> projects = List.of();

    private Reports(String path) {
        this.path = path;
    }

    public static Reports at(String path) {
        return new Reports(path);
    }

    public static Region county(int number, String name) {
        return new Region("99010" + number, name, PREFECTURE.fullName() + name, Region.Level.COUNTY, PREFECTURE.code());
    }

    public Reports of(Region itsRegion, String itsAgency, int itsYear) {
        region = itsRegion;
        agency = itsAgency;
        year = itsYear;
        return this;
    }

    public Reports type(DocumentType itsType) {
        type = itsType;
        return this;
    }

    public Reports projects(String... names) {
        projects = List.of(names);
        return this;
    }

    public Reports paragraph(String words) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        text.append(words);
        blocks.add(new Paragraph(new Span(start, text.length())));
        return this;
    }

    public Reports row(String... cells) {
        if (!text.isEmpty()) {
            text.append('\n');
        }
        int start = text.length();
        var made = new ArrayList<Cell>();
        for (var each : cells) {
            if (!made.isEmpty()) {
                text.append('\t');
            }
            made.add(new Cell(new Span(text.length(), text.length() + each.length()), 0, made.size()));
            text.append(each);
        }
        blocks.add(new Table(new Span(start, text.length()), 1, cells.length, made, null, null));
        return this;
    }

    /// A figure that stands in the text already.
    public Reports figure(String indicator, String value, String unit, String raw, Consumer<Draft> more) {
        var draft = new Draft(indicator, value, unit, raw);
        more.accept(draft);
        drafts.add(draft);
        return this;
    }

    /// A paragraph with one figure of the whole.
    public Reports told(String words, String indicator, String value, String unit, String raw) {
        return told(words, indicator, value, unit, raw, draft -> { });
    }

    public Reports told(String words, String indicator, String value, String unit, String raw, Consumer<Draft> more) {
        return paragraph(words).figure(indicator, value, unit, raw, more);
    }

    public Reports finding(String rule, boolean holds, String message) {
        findings.add(new Finding(id(), path, rule, holds, Finding.Severity.WARNING, message, List.of(), "2", null));
        return this;
    }

    public String id() {
        try {
            return Source.ofText(path, text.toString()).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Extraction extraction() {
        var document = new Document(id(), path, "text/plain", text.toString(), blocks, List.of(), Layout.NONE, List.of());
        var facts = new Facts(year + "年报告", type, agency, null, region, year, year == null ? null : Period.year(year),
                List.of("year:title"));
        var outline = new Outline(facts, List.of(), blocks.stream().map(Block::span).toList(),
                projects.stream().map(name -> new Project(name, List.of())).toList(), List.of());
        var mentions = drafts.stream().map(draft -> new Mention(draft.span(), draft.raw, draft.quantity(), List.of("number")))
                .toList();
        return new Extraction(document, outline, new Mentions(mentions, List.of()),
                drafts.stream().map(Draft::observation).toList(), findings);
    }

    public SourceEntry entry() {
        return new SourceEntry(path, id(), text.length(), 1_700_000_000_000L, "test", SourceEntry.State.REPORT);
    }

    /// One figure in the making.
    public final class Draft {

        private final String indicator;
        private final BigDecimal value;
        private final String unit;
        private final String raw;
        private final int at;
        public Comparator comparator = Comparator.EQ;
        public Role role = Role.ACTUAL;
        public double confidence = 0.9;
        public @Nullable String breakdown;
        public @Nullable String project;
        public @Nullable Period period;
        public @Nullable Region elsewhere;
        public String label = "办理案件";
        public List<String> rules = List.of("prose.object");
        /// Column in the one row of a table that the figure stands in, or -1.
        public int column = -1;

        private Draft(String indicator, String value, String unit, String raw) {
            this.indicator = indicator;
            this.value = new BigDecimal(value);
            this.unit = unit;
            this.raw = raw;
            this.at = text.lastIndexOf(raw);
        }

        private Span span() {
            return new Span(at, at + raw.length());
        }

        private Quantity quantity() {
            var interval = switch (comparator) {
                case EQ, ABOUT -> Interval.exactly(value);
                case GT, GE -> new Interval(value, null);
                case LT, LE -> new Interval(null, value);
            };
            var kind = switch (unit) {
                case "CNY" -> Kind.AMOUNT;
                case "%" -> Kind.RATE;
                case "分" -> Kind.SCORE;
                default -> Kind.COUNT;
            };
            return new Quantity(kind, comparator, value, unit, interval);
        }

        private Observation observation() {
            var around = blocks.stream().map(Block::span).filter(span -> span.contains(at)).findFirst().orElseThrow();
            var its = period != null ? period : year == null ? null : Period.year(year);
            return new Observation(id() + "-" + at, id(), path, elsewhere != null ? elsewhere : region, agency,
                    its == null ? null : Integer.valueOf(its.to().getYear()), its, project, indicator, label, breakdown,
                    role, quantity(), raw, new Evidence(null, span(), around.of(text),
                            column < 0 ? null : new Evidence.Place(1, 0, column, null)), confidence,
                    rules);
        }
    }
}
