package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.ArrayList;
import java.util.List;

/// Cuts a document into what once were cells: lines, and within lines the fields between blanks, tabs and strokes.
/// Running text stays whole, and so do tables that kept their cells.
final class Pieces {

    private static final int LONGEST_LINE_OF_COMMAS = 30;
    private static final int FEWEST_FIELDS = 3;
    private static final int YEAR = 4;
    private static final int FEWEST_COLUMNS = 4;
    private static final int FEWEST_HEADINGS = 3;
    private static final int LONGEST_HEADING = 10;
    private static final int LONGEST_UNIT = 6;

    private final Forms forms;
    private final String text;
    private final List<Piece> pieces = new ArrayList<>();
    /// For each piece the index of its block.
    private final List<Integer> blocks = new ArrayList<>();
    private int line;
    /// Whether the line before ended with a stroke.
    private boolean closed;

    private Pieces(Document document, Forms forms) {
        this.forms = forms;
        this.text = document.text();
    }

    /// @param plain whether tables too may have lost cells, since the file was nothing but lines
    static Pieces of(Document document, Forms forms, boolean plain) {
        var pieces = new Pieces(document, forms);
        for (int i = 0; i < document.blocks().size(); i++) {
            pieces.block(document.blocks().get(i), i, plain);
        }
        pieces.dropRowNumbers();
        return pieces;
    }

    int size() {
        return pieces.size();
    }

    Piece get(int at) {
        return pieces.get(at);
    }

    int block(int at) {
        return blocks.get(at);
    }

    List<Piece> between(int from, int to) {
        return pieces.subList(from, to);
    }

    private void block(Block block, int number, boolean plain) {
        switch (block) {
            case Marginal marginal -> { }
            case Table table -> table(table, number, plain);
            case Heading heading -> line(heading.span(), number);
            case Paragraph paragraph -> line(paragraph.span(), number);
        }
    }

    private void table(Table table, int number, boolean plain) {
        if (!plain || keptCells(table) || isRegular(table) && !isGrouped(table)) {
            add(table.span(), number, true, true);
            line++;
            return;
        }
        int row = -1;
        for (var cell : table.cells()) {
            if (cell.columns() == table.columns()) {
                line++;
                line(cell.span(), number);
                row = cell.row();
                continue;
            }
            line += cell.row() == row ? 0 : 1;
            add(cell.span(), number, cell.row() != row, true);
            row = cell.row();
        }
        line++;
    }

    /// A table whose cells reach over several rows, or whose sheet names them, was not flattened.
    static boolean keptCells(Table table) {
        return table.cells().stream().anyMatch(cell -> cell.rows() > 1 || cell.address() != null || !cell.nested().isEmpty()
                || cell.columns() > 1 && cell.columns() < table.columns());
    }

    /// Headings of groups (一级指标 二级指标) stand over cells that reach over several rows: where these are gone, what is
    /// left of a row stands too far to the left, however many blanks were put behind it.
    private boolean isGrouped(Table table) {
        return table.cells().stream().filter(cell -> forms.exact(Forms.Place.COLUMN, cell.span().of(text))
                .filter(meaning -> meaning.use() == Use.GROUP).isPresent()).limit(2).count() == 2;
    }

    /// Nor was one whose rows all have a field for each of its many columns, or lost but blanks at their end.
    private static boolean isRegular(Table table) {
        boolean full = table.cells().size() == table.rows() * table.columns();
        boolean blanks = table.cells().stream().anyMatch(cell -> cell.span().isEmpty() && cell.column() + 1 < table.columns());
        return table.columns() >= FEWEST_COLUMNS && table.rows() > 2 && (full || blanks)
                && table.cells().stream().allMatch(cell -> cell.columns() == 1 && cell.rows() == 1)
                && table.cells().stream().filter(cell -> cell.row() == 0).count() == table.columns();
    }

    private void line(Span span, int number) {
        for (var printed : lines(span)) {
            boolean barred = isBarred(printed);
            var fields = fields(printed, barred);
            if (fields.size() > 1 && !barred && isRunning(fields, printed) && headings(fields) < FEWEST_HEADINGS) {
                fields = List.of(printed);
            }
            if (isContinued(fields, printed)) {
                add(fields.getLast(), number, false, true);
                line++;
                continue;
            }
            for (int i = 0; i < fields.size(); i++) {
                // A line that begins with a stroke may begin with an empty cell or with none.
                add(fields.get(i), number, i == 0 || i == 1 && fields.getFirst().isEmpty(), barred || closed && i == 0);
            }
            closed = barred && isStroke(printed.of(text).stripTrailing());
            line++;
        }
    }

    /// A line `| 三级指标` below one that no stroke closes: the stroke parts the two cells and frames none.
    private boolean isContinued(List<Span> fields, Span printed) {
        return !closed && fields.size() == 2 && fields.getFirst().isEmpty() && !isStroke(printed.of(text).stripTrailing());
    }

    private List<Span> lines(Span span) {
        var found = new ArrayList<Span>();
        int from = span.start();
        for (int i = span.start(); i <= span.end(); i++) {
            if (i == span.end() || text.charAt(i) == '\n') {
                found.add(new Span(from, i));
                from = i + 1;
            }
        }
        return found;
    }

    /// Sentences with blanks in them have stops and commas all over, rows have them in a remark at most.
    private boolean isRunning(List<Span> fields, Span line) {
        var words = line.of(text);
        boolean stops = words.indexOf('。') >= 0 || words.length() > LONGEST_LINE_OF_COMMAS && words.indexOf('，') >= 0;
        if (!stops) {
            return false;
        }
        long running = fields.stream().map(field -> field.of(text)).filter(field -> field.indexOf('，') >= 0 || field.indexOf('。') >= 0).count();
        return running * FEWEST_FIELDS > fields.size();
    }

    private int headings(List<Span> fields) {
        int most = 0;
        int run = 0;
        for (var field : fields) {
            run = forms.exact(Forms.Place.COLUMN, field.of(text)).isPresent() ? run + 1 : 0;
            most = Math.max(most, run);
        }
        return most;
    }

    private boolean isBarred(Span span) {
        var words = span.of(text);
        return words.indexOf('|') >= 0 || words.indexOf('｜') >= 0;
    }

    private static boolean isStroke(String words) {
        return !words.isEmpty() && "|｜".indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /// What stands between blanks, tabs and strokes; between two strokes also what is empty.
    private List<Span> fields(Span span, boolean barred) {
        var found = new ArrayList<Span>();
        int from = -1;
        boolean stroke = true;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            boolean bar = c == '|' || c == '｜';
            boolean blank = !barred && (Character.isWhitespace(c) || Character.isSpaceChar(c)) && !isWithinDate(i, span);
            if (!bar && !blank) {
                from = from < 0 && !(Character.isWhitespace(c) || Character.isSpaceChar(c)) ? i : from;
                continue;
            }
            if (from >= 0) {
                found.add(trimmed(from, i));
            } else if (bar && stroke) {
                found.add(new Span(i, i));
            }
            stroke = bar;
            from = -1;
        }
        if (from >= 0) {
            found.add(trimmed(from, span.end()));
        }
        return found;
    }

    /// 2023 年决算数 is one heading; in running text a blank follows 年 too.
    private boolean isWithinDate(int blank, Span line) {
        int start = blank - YEAR;
        boolean year = start >= line.start() && (start == line.start() || !Character.isLetterOrDigit(text.charAt(start - 1)))
                && text.substring(start, blank).chars().allMatch(c -> c >= '0' && c <= '9');
        return year && blank + 2 < line.end() && text.charAt(blank + 1) == '年' && Character.isIdeographic(text.charAt(blank + 2));
    }

    /// 98 %（百分比）: the sign that names itself belongs to the figure before it.
    private boolean isPercent(String words) {
        return words.length() > 1 && "%％".indexOf(words.charAt(0)) >= 0 && "(（".indexOf(words.charAt(1)) >= 0
                && !pieces.isEmpty() && pieces.getLast().isBare() && pieces.getLast().line() == line;
    }

    private Span trimmed(int from, int to) {
        int end = to;
        while (end > from && (Character.isWhitespace(text.charAt(end - 1)) || Character.isSpaceChar(text.charAt(end - 1)))) {
            end--;
        }
        return new Span(from, end);
    }

    private void dropRowNumbers() {
        var numbers = RowNumbers.in(pieces);
        for (int i = pieces.size() - 1; i >= 0 && !numbers.isEmpty(); i--) {
            if (numbers.contains(i)) {
                pieces.remove(i);
                blocks.remove(i);
            }
        }
    }

    /// 计划安排资金 / （万元）: a unit in brackets in a line of its own is the end of the heading above it.
    private boolean endsHeading(String words) {
        var last = pieces.isEmpty() ? null : pieces.getLast();
        return last != null && last.look() == Look.WORDS && last.words().length() <= LONGEST_HEADING && line - last.line() <= 2
                && HeadingWords.bracketed(last.words()).isEmpty() && words.length() <= LONGEST_UNIT && "(（".indexOf(words.charAt(0)) >= 0
                && HeadingWords.bracketed(words).stream().anyMatch(each -> each.endsWith("元") && forms.unit(each).isPresent());
    }

    private void add(Span span, int number, boolean first, boolean apart) {
        var words = span.of(text).strip();
        if (isPercent(words)) {
            var figure = pieces.removeLast();
            var whole = new Span(figure.span().start(), span.end());
            pieces.add(Piece.of(forms, whole, whole.of(text), figure.line(), figure.first(), figure.apart()));
            return;
        }
        if (!words.isEmpty() && endsHeading(words)) {
            var head = pieces.removeLast();
            var whole = new Span(head.span().start(), span.end());
            pieces.add(Piece.of(forms, whole, head.words() + words, head.line(), head.first(), head.apart()));
            return;
        }
        pieces.add(Piece.of(forms, span, span.of(text).strip(), line, first, apart));
        blocks.add(number);
    }
}
