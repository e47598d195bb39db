package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.document.Block;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Grid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The forms and the rows of tables that each tell of one project.
final class ProjectTables {

    private static final String PROJECT = "project_name";
    /// 项目 may head projects, but also the items of an account.
    private static final String ITEM = "item";
    /// So may 资金用途 or 名称, where money is told of each.
    private static final String SUBJECT = "subject_name";
    private static final int LONGEST_TITLE = 60;

    /// A project's name and the part of the text that tells of it.
    record Named(String name, Span span) {
    }

    /// A row of a table.
    ///
    /// @param sure whether the column or its names say that these are projects
    record Row(String name, Span span, boolean sure) {
    }

    private ProjectTables() {
    }

    /// Forms that name their project: the table and the short lines that head it.
    static List<Named> forms(Document document, List<Grid> grids, ProjectName names) {
        var found = new ArrayList<Named>();
        for (var grid : grids) {
            for (var place : grid.places()) {
                if (place.row() != null && place.row().id().equals(PROJECT) && place.columnHeads().isEmpty()
                        && isNameKey(place, document.text())) {
                    var name = names.plain(place.cell().span().of(document.text()));
                    if (name.length() >= 2) {
                        found.add(new Named(name, withTitle(document, grid)));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isNameKey(Grid.Place place, String text) {
        return !place.rowHeads().isEmpty() && HeadingWords.plain(place.rowHeads().getLast().span().of(text)).endsWith("名称");
    }

    private static Span withTitle(Document document, Grid grid) {
        int start = grid.table().span().start();
        var above = document.blocks().stream().filter(block -> block.span().end() <= grid.table().span().start()).toList();
        for (int i = above.size() - 1; i >= Math.max(0, above.size() - 2); i--) {
            var block = above.get(i);
            if (!isTitleLine(block, document.text())) {
                break;
            }
            start = block.span().start();
        }
        return new Span(start, grid.table().span().end());
    }

    private static boolean isTitleLine(Block block, String text) {
        var words = block.span().of(text);
        return (block instanceof Paragraph || block instanceof Heading) && words.length() <= LONGEST_TITLE
                && !words.contains("。");
    }

    /// Rows of tables with a column of names, at least two of them.
    static List<Row> rows(Document document, List<Grid> grids, ProjectName names, ProjectWords words) {
        var found = new ArrayList<Row>();
        for (var grid : grids) {
            var rows = new ArrayList<Named>();
            var spans = rowSpans(grid);
            boolean headed = false;
            boolean subjects = tellsMoney(grid);
            for (var place : grid.places()) {
                boolean subject = subjects && place.column() != null && place.column().id().equals(SUBJECT);
                if (place.heading() && (isProjectName(place.column()) || subject)) {
                    headed |= place.columnHeads().stream().anyMatch(head -> saysName(head, document.text()));
                    rows.addAll(row(document, spans, place, names));
                }
            }
            rows.removeIf(row -> words.isGeneric(row.name()));
            long named = rows.stream().filter(row -> words.isName(row.name())).count();
            boolean sure = headed || named * 2 >= rows.size() && named(grid);
            if (rows.stream().map(Named::name).distinct().count() >= 2) {
                rows.forEach(row -> found.add(new Row(row.name(), row.span(), sure)));
            }
        }
        return found;
    }

    private static boolean named(Grid grid) {
        return grid.places().stream().anyMatch(place -> place.heading() && isProjectName(place.column()));
    }

    private static boolean tellsMoney(Grid grid) {
        return grid.places().stream().map(Grid.Place::column).anyMatch(column -> column != null && column.indicator() != null
                && column.indicator().startsWith("fund."));
    }

    private static boolean isProjectName(@org.jspecify.annotations.Nullable ColumnMeaning meaning) {
        return meaning != null && (meaning.id().equals(PROJECT) || meaning.id().equals(ITEM));
    }

    private static boolean saysName(Cell head, String text) {
        return HeadingWords.plain(head.span().of(text)).endsWith("项目名称");
    }

    /// From the first to the last cell that begins in each row.
    private static Span[] rowSpans(Grid grid) {
        var rows = new Span[grid.table().rows()];
        Arrays.fill(rows, new Span(grid.table().span().end(), grid.table().span().end()));
        for (var cell : grid.table().cells()) {
            var known = rows[cell.row()];
            boolean first = known.isEmpty() && known.start() == grid.table().span().end();
            rows[cell.row()] = first ? cell.span() : new Span(Math.min(known.start(), cell.span().start()),
                    Math.max(known.end(), cell.span().end()));
        }
        return rows;
    }

    private static List<Named> row(Document document, Span[] rows, Grid.Place place, ProjectName names) {
        var text = document.text();
        var written = HeadingWords.plain(place.cell().span().of(text));
        var name = names.plain(place.cell().span().of(text));
        boolean total = written.endsWith("合计") || written.startsWith("合计") || written.endsWith("总计") || written.endsWith("小计")
                || written.startsWith("平均");
        if (total || name.length() < 3 || name.length() > 45) {
            return List.of();
        }
        int start = place.cell().span().start();
        int end = place.cell().span().end();
        for (int r = place.cell().row(); r < place.cell().row() + place.cell().rows(); r++) {
            if (!rows[r].isEmpty()) {
                start = Math.min(start, rows[r].start());
                end = Math.max(end, rows[r].end());
            }
        }
        return List.of(new Named(name, new Span(start, end)));
    }
}
