package cn.jixiao.observe;

import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Role;
import cn.jixiao.observation.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands in for reading and structure in the tests of this stage: headings by their numbers, sentences by their full
/// stops, tables by their tabs, columns by a handful of headings.
final class Stand {

    private static final Pattern HEADING = Pattern.compile(
            "^\\s*(?:([一二三四五六七八九十]+、)|([（(][一二三四五六七八九十]+[）)])|(\\d+[.、．])|([（(]\\d+[）)]))\\s*(.{2,40}?)\\s*$");
    private static final Pattern ITEM = Pattern.compile("^项目(\\d+)[：:](.{2,40}?)(?:。|$)");

    private final String text;
    private final Facts facts;
    private final List<Section> sections = new ArrayList<>();
    private final List<Span> sentences = new ArrayList<>();
    private final List<Grid> grids = new ArrayList<>();
    private final List<Block> blocks = new ArrayList<>();
    private final List<Project> projects = new ArrayList<>();

    Stand(String text, Facts facts, List<String> projectNames) {
        this.text = text;
        this.facts = facts;
        lines();
        if (projectNames.size() == 1) {
            projects.add(new Project(projectNames.getFirst(), List.of(new Span(0, text.length()))));
        } else {
            items(projectNames);
        }
    }

    Document document() {
        return new Document("0123456789abcdef", "stand.txt", "text/plain", text, blocks, List.of(), Layout.NONE, List.of());
    }

    Outline outline() {
        return new Outline(facts, sections, sentences, projects, grids);
    }

    private void lines() {
        int at = 0;
        var open = new ArrayList<int[]>();
        var heads = new ArrayList<String[]>();
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            var line = text.substring(at, end);
            if (line.contains("\t")) {
                end = table(at);
            } else if (!line.isBlank()) {
                var heading = HEADING.matcher(line);
                if (heading.matches() && !line.contains("。") && !line.contains("；") && !line.contains("，")) {
                    int level = heading.group(1) != null ? 1 : heading.group(2) != null ? 2 : heading.group(3) != null ? 3 : 4;
                    open.add(new int[] {level, at, end});
                    heads.add(new String[] {"", heading.group(5)});
                }
                blocks.add(new Paragraph(new Span(at, end)));
                sentences(at, end);
            }
            at = end + 1;
        }
        for (int i = 0; i < open.size(); i++) {
            int stop = text.length();
            for (int j = i + 1; j < open.size(); j++) {
                if (open.get(j)[0] <= open.get(i)[0]) {
                    stop = open.get(j)[1];
                    break;
                }
            }
            sections.add(new Section(open.get(i)[0], "", heads.get(i)[1], new Span(open.get(i)[1], open.get(i)[2]),
                    new Span(open.get(i)[1], stop)));
        }
    }

    private void sentences(int from, int to) {
        int start = from;
        for (int i = from; i < to; i++) {
            if ("。；;！？".indexOf(text.charAt(i)) >= 0 || i == to - 1) {
                if (!text.substring(start, i + 1).isBlank()) {
                    sentences.add(new Span(start, i + 1));
                }
                start = i + 1;
            }
        }
    }

    private void items(List<String> names) {
        var spans = new ArrayList<List<Span>>();
        names.forEach(name -> spans.add(new ArrayList<>()));
        int at = 0;
        int current = -1;
        int start = 0;
        while (at <= text.length()) {
            int end = at < text.length() ? text.indexOf('\n', at) : -1;
            end = end < 0 ? text.length() : end;
            var line = at < text.length() ? text.substring(at, end) : "三、";
            var item = ITEM.matcher(line);
            boolean closes = line.matches("^[一二三四五六七八九十]+、.*");
            if ((item.find() || closes) && current >= 0 && current < spans.size()) {
                spans.get(current).add(new Span(start, at));
            }
            if (closes) {
                current = -1;
            } else if (ITEM.matcher(line).find()) {
                var number = ITEM.matcher(line);
                number.find();
                current = Integer.parseInt(number.group(1)) - 1;
                start = at;
            }
            at = end + 1;
        }
        for (int i = 0; i < names.size(); i++) {
            projects.add(new Project(names.get(i), spans.get(i)));
        }
    }

    private int table(int from) {
        var rows = new ArrayList<List<Span>>();
        int at = from;
        int last = from;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            var line = text.substring(at, end);
            if (!line.contains("\t") && !line.isBlank() || line.isBlank() && rows.isEmpty()) {
                break;
            }
            if (!line.isBlank()) {
                var cells = new ArrayList<Span>();
                int start = at;
                for (int i = at; i <= end; i++) {
                    if (i == end || text.charAt(i) == '\t') {
                        cells.add(new Span(start, i));
                        start = i + 1;
                    }
                }
                rows.add(cells);
                last = end;
            }
            at = end + 1;
        }
        grid(from, last, rows);
        return last;
    }

    private void grid(int from, int to, List<List<Span>> rows) {
        int width = rows.stream().mapToInt(List::size).max().orElse(0);
        var cells = new ArrayList<Cell>();
        var places = new ArrayList<Grid.Place>();
        List<Cell> heads = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            var row = new ArrayList<Cell>();
            int shift = r == 0 ? 0 : Math.max(0, heads.size() - rows.get(r).size());
            shift = rows.get(r).getFirst().length() > 0 && shift > 0 && rows.get(r).size() < heads.size() ? shift : 0;
            for (int c = 0; c < rows.get(r).size(); c++) {
                row.add(new Cell(rows.get(r).get(c), r, c + shift));
            }
            cells.addAll(row);
            boolean header = row.stream().noneMatch(cell -> text.substring(cell.span().start(), cell.span().end()).matches(".*\\d.*[^）)]$"))
                    && row.stream().filter(cell -> meaning(cell) != null).count() >= 2;
            if (header) {
                heads = row;
                row.forEach(cell -> places.add(new Grid.Place(cell, true, List.of(), List.of(), meaning(cell), null, null)));
                continue;
            }
            for (var cell : row) {
                var above = heads.stream().filter(head -> head.column() == cell.column()).toList();
                var meaning = above.isEmpty() ? null : meaning(above.getFirst());
                var left = row.stream().filter(other -> other.column() < cell.column() && label(other)).toList();
                places.add(new Grid.Place(cell, false, above, left, meaning, null, null));
            }
        }
        var span = new Span(from, to);
        var table = new Table(span, rows.size(), width + heads.size(), cells, null, null);
        blocks.add(table);
        grids.add(new Grid(grids.size() + 1, table, places, null));
    }

    private boolean label(Cell cell) {
        var words = text.substring(cell.span().start(), cell.span().end());
        return words.chars().filter(Character::isIdeographic).count() >= 2 && !words.matches("[^\\u4e00-\\u9fff]*\\d.*");
    }

    private @Nullable ColumnMeaning meaning(Cell cell) {
        var words = text.substring(cell.span().start(), cell.span().end()).replaceAll("[\\s（(].*", "");
        return MEANINGS.stream().filter(meaning -> meaning.words().contains(words)).findFirst().orElse(null);
    }

    private static ColumnMeaning of(String id, Use use, @Nullable Role role, @Nullable String indicator, String... words) {
        return new ColumnMeaning(id, List.of(words), use, role, indicator, null);
    }

    private static final List<ColumnMeaning> MEANINGS = List.of(
            of("label", Use.LABEL, null, null, "三级指标", "三级目标", "指标名称", "评价内容", "指标"),
            of("group", Use.GROUP, null, null, "一级指标", "二级指标", "一级目标", "二级目标"),
            of("target", Use.VALUE, Role.TARGET, null, "指标目标值", "年度指标值", "目标值", "跟踪目标值", "目标任务",
                    "项目完成时绩效目标值", "本阶段应完成的绩效目标值", "全年预计完成情况"),
            of("actual", Use.VALUE, Role.ACTUAL, null, "全年完成值", "实际完成的绩效目标值", "实际完成值", "完成值", "1-7月完成数",
                    "1-7月执行情况", "实际值"),
            of("completion", Use.VALUE, Role.ACTUAL, "work.completion_rate", "完成率"),
            of("budget", Use.VALUE, Role.ACTUAL, "fund.budget", "年初预算数", "全年预算数", "预算数"),
            of("received", Use.VALUE, Role.ACTUAL, "fund.received", "下达资金"),
            of("spent", Use.VALUE, Role.ACTUAL, "fund.spent", "全年执行数", "执行数", "实际支付", "支出资金"),
            of("unspent", Use.VALUE, Role.ACTUAL, "fund.unspent", "结转资金"),
            of("rate", Use.VALUE, Role.ACTUAL, "fund.execution_rate", "执行率", "支付完成率"),
            of("weight", Use.VALUE, Role.TARGET, "evaluation.item_weight", "分值", "权重"),
            of("score", Use.VALUE, Role.ACTUAL, "evaluation.item_score", "得分", "决策", "过程", "产出", "效益"),
            of("total", Use.VALUE, Role.ACTUAL, "evaluation.score", "总得分"),
            of("name", Use.NAME, null, null, "项目", "项目名称", "县"),
            of("unit", Use.UNIT, null, null, "单位", "计量单位"),
            of("number", Use.ORDINAL, null, null, "序号"),
            of("note", Use.NOTE, null, null, "指标解释", "偏差原因分析", "调整后内容"));
}
