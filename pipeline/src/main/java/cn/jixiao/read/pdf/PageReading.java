package cn.jixiao.read.pdf;

import cn.jixiao.document.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ink of one page becomes lines and tables in reading order.
final class PageReading {

    private PageReading() {
    }

    static PageBody of(PageInk ink) {
        var visible = seen(ink);
        boolean ocr = !visible.isEmpty() && visible.getFirst().hidden();
        int turn = mostTurned(visible);
        double width = turn % 2 == 0 ? ink.width() : ink.height();
        double height = turn % 2 == 0 ? ink.height() : ink.width();
        var glyphs = Doubles.dropped(turn == 0 ? visible
                : visible.stream().map(g -> g.upright(turn, ink.width(), ink.height())).toList());
        var rulings = turn == 0 ? ink.rulings()
                : ink.rulings().stream().map(r -> r.upright(turn, ink.width(), ink.height())).toList();
        var items = items(glyphs, rulings, new Lines(ink.number(), width, height), ink.number());
        int count = 0;
        int unknown = 0;
        for (var glyph : glyphs) {
            if (!glyph.isSpace()) {
                count += glyph.text().length();
                unknown += glyph.isUnknown() ? 1 : 0;
            }
        }
        var origin = count == 0 ? Page.Origin.NONE : ocr ? Page.Origin.OCR : Page.Origin.TEXT;
        return new PageBody(new Page(ink.number(), ink.width(), ink.height(), origin), width, height, items, count,
                unknown, Balance.missing(glyphs, items), ink.imageShare(), ink.cut());
    }

    /// Invisible text is read only where it is the text layer of a scan, all there is.
    private static List<Glyph> seen(PageInk ink) {
        boolean any = false;
        long hidden = 0;
        long plain = 0;
        for (var glyph : ink.glyphs()) {
            any |= glyph.hidden();
            boolean printed = !glyph.isSpace();
            hidden += printed && glyph.hidden() ? 1 : 0;
            plain += printed && !glyph.hidden() ? 1 : 0;
        }
        if (!any) {
            return ink.glyphs();
        }
        boolean layer = hidden > 0 && hidden > 4 * plain;
        return ink.glyphs().stream().filter(glyph -> glyph.hidden() == layer || layer).sorted(
                Comparator.comparing(glyph -> !glyph.hidden())).toList();
    }

    private static int mostTurned(List<Glyph> glyphs) {
        var counts = new int[4];
        for (var glyph : glyphs) {
            if (glyph.turn() >= 0) {
                counts[glyph.turn()]++;
            }
        }
        for (int turn = 1; turn < 4; turn++) {
            if (counts[turn] > 0.6 * glyphs.size()) {
                return turn;
            }
        }
        return 0;
    }

    private static List<PageItem> items(List<Glyph> glyphs, List<Ruling> rulings, Lines setting, int page) {
        var rest = new ArrayList<Glyph>();
        var tables = new RuledTables(setting, page).of(glyphs, Lattice.of(rulings), rest);
        var items = new ArrayList<PageItem>(tables);
        items.addAll(setting.of(rest));
        items.sort(Comparator.comparingDouble(PageReading::place).thenComparingDouble(PageItem::left));
        return FramedTables.in(OpenTables.in(items), Frames.of(rulings));
    }

    private static double place(PageItem item) {
        return switch (item) {
            case PrintedLine line -> (line.top() + line.bottom()) / 2;
            case PrintedTable table -> table.top();
        };
    }
}
