package cn.jixiao.read.pdf;

import cn.jixiao.document.Marginal;
import java.util.ArrayList;
import java.util.List;

/// Pages become one flow of paragraphs and tables: what a page break cuts is joined, and what stands at the edges of
/// pages is set after the block it would split.
final class Flow {

    private final Margins margins;
    private final Contents contents;
    private final Paragraphs paragraphs;
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Draft> waiting = new ArrayList<>();
    private final List<PrintedLine> open = new ArrayList<>();
    private final List<PrintedLine> entries = new ArrayList<>();

    private Flow(List<PageBody> pages) {
        margins = new Margins(pages);
        var body = pages.stream().flatMap(PageBody::lines).filter(line -> margins.kind(line).isEmpty()).toList();
        contents = new Contents(body);
        paragraphs = Paragraphs.of(body.stream().filter(line -> !contents.holds(line)).toList());
    }

    static List<Draft> of(List<PageBody> pages) {
        var flow = new Flow(pages);
        pages.forEach(flow::page);
        flow.close();
        return flow.drafts;
    }

    private void page(PageBody page) {
        boolean first = true;
        for (var item : page.items()) {
            switch (item) {
                case PrintedLine line -> first &= !line(line, first);
                case PrintedTable table -> {
                    table(table, first);
                    first = false;
                }
            }
        }
    }

    /// @param first nothing of the running text stands above it on its page
    /// @return whether it is running text
    private boolean line(PrintedLine line, boolean first) {
        var kind = margins.kind(line);
        if (kind.isPresent()) {
            aside(line, kind.get());
            return false;
        }
        if (contents.holds(line)) {
            closeText();
            entries.add(line);
            return true;
        }
        closeEntries();
        if (first && !drafts.isEmpty() && drafts.getLast() instanceof Draft.Grid && open.isEmpty()
                && ContinuedTables.isAgain(line)) {
            waiting.add(new Draft.Aside(List.of(line), Marginal.Kind.HEADER));
            return false;
        }
        if (open.isEmpty() || !paragraphs.goesOn(open, line)) {
            close();
        }
        open.add(line);
        return true;
    }

    private void aside(PrintedLine line, Marginal.Kind kind) {
        boolean goesOn = kind == Marginal.Kind.FOOTNOTE && !waiting.isEmpty()
                && waiting.getLast() instanceof Draft.Aside(List<PrintedLine> above, Marginal.Kind before)
                && before == kind && above.getLast().page() == line.page() && !Footnotes.begins(line);
        var lines = new ArrayList<PrintedLine>();
        if (goesOn) {
            lines.addAll(((Draft.Aside) waiting.removeLast()).lines());
        }
        lines.add(line);
        waiting.add(new Draft.Aside(lines, kind));
    }

    private void table(PrintedTable table, boolean first) {
        if (first && open.isEmpty() && entries.isEmpty() && !drafts.isEmpty()
                && drafts.getLast() instanceof Draft.Grid(PrintedTable above)) {
            var joined = ContinuedTables.join(above, table);
            if (joined.isPresent()) {
                drafts.set(drafts.size() - 1, new Draft.Grid(joined.get().table()));
                var again = joined.get().dropped().stream().flatMap(cell -> cell.lines().stream()).toList();
                if (!again.isEmpty()) {
                    waiting.add(new Draft.Aside(again, Marginal.Kind.HEADER));
                }
                return;
            }
        }
        close();
        drafts.add(new Draft.Grid(table));
    }

    private void close() {
        closeEntries();
        closeText();
        drafts.addAll(waiting);
        waiting.clear();
    }

    private void closeText() {
        if (!open.isEmpty()) {
            drafts.add(new Draft.Text(List.copyOf(open)));
            open.clear();
        }
    }

    private void closeEntries() {
        if (!entries.isEmpty()) {
            entries.forEach(line -> drafts.add(new Draft.Aside(List.of(line), Marginal.Kind.CONTENTS)));
            entries.clear();
        }
    }
}
