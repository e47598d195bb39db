package cn.jixiao.export;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Exclusion;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/// One report as a single HTML file: its text and tables with every observation marked where it stands, and beside it
/// what was read of each. Nothing is loaded from elsewhere and no script runs; all text goes through jsoup's nodes,
/// which escape it.
public final class EvidencePage {

    private final Extraction extraction;
    private final Function<String, String> indicatorNames;
    private final String text;
    private final TreeMap<Span, List<Observation>> marks = new TreeMap<>();
    private final Map<String, Span> places = new HashMap<>();
    private final TreeMap<Span, Exclusion> exclusions = new TreeMap<>();
    private final Page page = new Page();

    private EvidencePage(Extraction extraction, Function<String, String> indicatorNames) {
        this.extraction = extraction;
        this.indicatorNames = indicatorNames;
        this.text = extraction.document().text();
        extraction.observations().forEach(each ->
                marks.computeIfAbsent(each.evidence().span(), span -> new ArrayList<>()).add(each));
        extraction.observations().forEach(each -> places.put(each.id(), each.evidence().span()));
        extraction.mentions().exclusions().stream()
                .filter(each -> marks.keySet().stream().noneMatch(span -> span.overlaps(each.span())))
                .forEach(each -> exclusions.put(each.span(), each));
    }

    /// The page as HTML.
    ///
    /// @param indicatorNames Chinese name by indicator id
    public static String of(Extraction extraction, Function<String, String> indicatorNames) {
        return new EvidencePage(extraction, indicatorNames).render();
    }

    private String render() {
        var facts = extraction.outline().facts();
        var title = facts.title() == null ? extraction.document().source() : facts.title();
        Document html = page.begin(title);
        var body = html.body();
        var top = body.appendElement("header");
        top.appendElement("h1").text(title);
        var about = top.appendElement("dl");
        fact(about, "文件", extraction.document().source());
        fact(about, "单位", facts.agency());
        fact(about, "评价机构", facts.evaluator());
        fact(about, "地区", facts.region() == null ? null : facts.region().fullName() + " " + facts.region().code());
        fact(about, "年度", facts.period() == null ? facts.year() : facts.period());
        fact(about, "读出", extraction.observations().size() + " 项数据");
        var columns = body.appendElement("main");
        var report = columns.appendElement("article");
        extraction.document().blocks().forEach(block -> append(report, block));
        var side = columns.appendElement("aside");
        findings(side);
        observations(side);
        return html.outerHtml();
    }

    private static void fact(Element list, String name, Object value) {
        if (value != null) {
            list.appendElement("dt").text(name);
            list.appendElement("dd").text(value.toString());
        }
    }

    private void append(Element parent, Block block) {
        switch (block) {
            case Heading heading -> fill(parent.appendElement("h" + Math.min(6, heading.level() + 1)), heading.span());
            case Paragraph paragraph -> fill(parent.appendElement("p"), paragraph.span());
            case Marginal marginal -> fill(parent.appendElement("p").addClass("marginal"), marginal.span());
            case Table table -> append(parent, table);
        }
    }

    private void append(Element parent, Table table) {
        var grid = parent.appendElement("div").addClass("wide").appendElement("table");
        for (int row = 0; row < table.rows(); row++) {
            var line = grid.appendElement("tr");
            int at = row;
            table.cells().stream().filter(cell -> cell.row() == at).sorted(Comparator.comparingInt(Cell::column))
                    .forEach(cell -> append(line, cell));
        }
    }

    private void append(Element row, Cell cell) {
        var box = row.appendElement("td");
        if (cell.rows() > 1) {
            box.attr("rowspan", Integer.toString(cell.rows()));
        }
        if (cell.columns() > 1) {
            box.attr("colspan", Integer.toString(cell.columns()));
        }
        if (cell.address() != null) {
            box.attr("title", cell.address());
        }
        int from = cell.span().start();
        for (var nested : cell.nested()) {
            fill(box, new Span(from, nested.span().start()));
            append(box, nested);
            from = nested.span().end();
        }
        fill(box, new Span(from, cell.span().end()));
    }

    /// Appends the words of a span, with its observations marked and its left-out numbers underlined.
    private void fill(Element parent, Span span) {
        var inside = new TreeMap<Span, Element>();
        marks.subMap(new Span(span.start(), span.start()), true, new Span(span.end(), span.end()), false)
                .forEach((at, read) -> inside.put(at, mark(at, read)));
        exclusions.subMap(new Span(span.start(), span.start()), true, new Span(span.end(), span.end()), false)
                .forEach((at, left) -> inside.putIfAbsent(at, left(left)));
        int from = span.start();
        for (var each : inside.entrySet()) {
            if (each.getKey().start() < from || each.getKey().end() > span.end()) {
                continue;
            }
            parent.appendChild(new TextNode(text.substring(from, each.getKey().start())));
            parent.appendChild(each.getValue());
            from = each.getKey().end();
        }
        parent.appendChild(new TextNode(text.substring(from, span.end())));
    }

    private Element mark(Span span, List<Observation> read) {
        var mark = new Element("a").addClass(read.getFirst().indicator() == null ? "mark plain" : "mark")
                .attr("id", "t" + span.start()).attr("href", "#o" + span.start())
                .attr("title", String.join("\n", read.stream().map(this::words).toList()));
        mark.appendChild(new TextNode(span.of(text)));
        return mark;
    }

    private static Element left(Exclusion exclusion) {
        var mark = new Element("span").addClass("left").attr("title", "未作为数据：" + exclusion.rule());
        mark.appendChild(new TextNode(exclusion.raw()));
        return mark;
    }

    private void findings(Element side) {
        var alarms = extraction.findings().stream().filter(each -> !each.holds())
                .sorted(Comparator.comparing(Finding::severity)).toList();
        if (!alarms.isEmpty()) {
            side.appendElement("h2").text("核对发现");
            findings(side.appendElement("ul"), alarms);
        }
        var held = extraction.findings().stream().filter(Finding::holds).toList();
        if (!held.isEmpty()) {
            var more = side.appendElement("details");
            more.appendElement("summary").text("核对无误 " + held.size() + " 条");
            findings(more.appendElement("ul"), held);
        }
    }

    /// Each finding with a link to every figure that it compares.
    private void findings(Element list, List<Finding> findings) {
        for (var finding : findings) {
            var item = list.appendElement("li").attr("data-rule", finding.rule());
            if (!finding.holds()) {
                item.addClass(finding.severity().key());
            }
            item.appendChild(new TextNode(finding.message() + " "));
            finding.observations().stream().map(places::get).filter(Objects::nonNull).distinct().forEach(span -> {
                item.appendElement("a").attr("href", "#t" + span.start()).text(span.of(text).strip());
                item.appendChild(new TextNode(" "));
            });
            item.appendElement("small").text(finding.rule());
        }
    }

    private void observations(Element side) {
        side.appendElement("h2").text("读出的数据");
        var list = side.appendElement("ol");
        marks.forEach((span, read) -> {
            for (var each : read) {
                var item = list.appendElement("li").attr("id", "o" + span.start());
                item.appendElement("a").attr("href", "#t" + span.start()).text(each.raw());
                item.appendElement("span").text(" " + words(each));
                item.appendElement("small").text(String.join(" · ", each.rules()));
            }
        });
    }

    private String words(Observation observation) {
        var parts = new ArrayList<String>();
        parts.add(observation.indicator() == null ? "（未归入指标）" : indicatorNames.apply(observation.indicator()));
        parts.add(observation.role() == cn.jixiao.observation.Role.TARGET ? "目标" : "实际");
        var quantity = observation.quantity();
        parts.add(quantity.comparator().symbol() + quantity.value().toPlainString() + " "
                + (quantity.unit().equals("CNY") ? "元" : quantity.unit()));
        if (observation.breakdown() != null) {
            parts.add("其中：" + observation.breakdown());
        }
        if (observation.period() != null) {
            parts.add(observation.period().toString());
        }
        parts.add("“" + observation.label() + "”");
        parts.add("可信度 " + Math.round(observation.confidence() * 100) + "%");
        return String.join("，", parts);
    }
}
