package cn.jixiao.read.web;

import cn.jixiao.read.build.TableDraft;
import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// One `table` element: data, or only a way to lay out a page.
final class HtmlTable {

    /// A cell that holds this share of the words, and this many, is the page's column rather than a cell.
    private static final double MAIN_SHARE = 0.7;
    private static final int MAIN_LENGTH = 300;
    private static final int MOST_PAGE_COLUMNS = 3;

    private static final Pattern BORDER = Pattern.compile("border(?:-[a-z]{1,9})?\\s{0,3}:\\s{0,3}(?!none|0|collapse|separate)");

    private final Element table;
    private final List<Element> rows = new ArrayList<>();

    HtmlTable(Element table) {
        this.table = table;
        var feet = new ArrayList<Element>();
        for (var child : table.children()) {
            switch (child.normalName()) {
                case "tr" -> rows.add(child);
                case "tfoot" -> feet.addAll(rowsOf(child));
                case "thead", "tbody" -> rows.addAll(rowsOf(child));
                default -> { }
            }
        }
        rows.addAll(feet);
        rows.removeIf(row -> !Shown.isShown(row));
    }

    Optional<String> caption() {
        return table.children().stream().filter(child -> child.normalName().equals("caption")).map(Element::text)
                .map(Wording::clean).filter(words -> !words.isEmpty()).findFirst();
    }

    /// Whether the table only arranges parts of the page: it says so, has one cell with words or one column, or draws no
    /// lines and has a main cell that holds tables, headings or nearly all the text of a few rows.
    boolean isLayout() {
        if (table.attr("role").equals("presentation")) {
            return true;
        }
        var filled = cells().filter(cell -> cell.hasText()).toList();
        int widest = rows.stream().mapToInt(row -> cellsOf(row).size()).max().orElse(0);
        if (filled.size() <= 1 || widest <= 1) {
            return true;
        }
        if (hasBorder()) {
            return false;
        }
        if (widest <= MOST_PAGE_COLUMNS && filled.stream().anyMatch(cell -> !cell.select("table").isEmpty())) {
            return true;
        }
        int length = table.text().length();
        return filled.stream().anyMatch(cell -> isMain(cell, length));
    }

    /// The cells of a layout table, caption first.
    List<Element> unwrapped() {
        var parts = new ArrayList<Element>();
        table.children().stream().filter(child -> child.normalName().equals("caption")).forEach(parts::add);
        cells().forEach(parts::add);
        return parts;
    }

    TableDraft draft() {
        var draft = new TableDraft();
        for (var row : rows) {
            draft.row();
            for (var cell : cellsOf(row)) {
                draft.cell(span(cell, "rowspan", rows.size()), span(cell, "colspan", 1000), HtmlBlocks.parts(cell));
            }
        }
        return draft;
    }

    private boolean isMain(Element cell, int length) {
        int own = cell.text().length();
        return own > MAIN_LENGTH && own >= MAIN_SHARE * length
                && (rows.size() <= 3 || !cell.select("table, h1, h2, h3, h4").isEmpty());
    }

    private boolean hasBorder() {
        return table.attr("border").matches("[1-9].{0,5}") || table.className().startsWith("Mso")
                || BORDER.matcher(table.attr("style")).find();
    }

    private Stream<Element> cells() {
        return rows.stream().flatMap(row -> cellsOf(row).stream());
    }

    private static List<Element> rowsOf(Element section) {
        return section.children().stream().filter(child -> child.normalName().equals("tr")).toList();
    }

    private static List<Element> cellsOf(Element row) {
        return row.children().stream()
                .filter(child -> child.normalName().equals("td") || child.normalName().equals("th"))
                .filter(Shown::isShown).toList();
    }

    /// A span of 0 means all the rest (HTML, 4.9.11).
    private static int span(Element cell, String attribute, int rest) {
        var value = cell.attr(attribute).strip();
        if (!value.matches("[0-9]{1,6}")) {
            return 1;
        }
        int span = Integer.parseInt(value);
        return span == 0 ? rest : Math.min(span, rest);
    }
}
