package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Glyphs go into the cells of the lattices that rulings make, each by its middle.
final class RuledTables {

    private static final String CLOSERS = ")）%％,，.。;；、”’》】";

    private final Lines setting;
    private final int page;

    RuledTables(Lines setting, int page) {
        this.setting = setting;
        this.page = page;
    }

    /// @param rest receives the glyphs that stand in no table
    List<PrintedTable> of(List<Glyph> glyphs, List<Lattice> lattices, List<Glyph> rest) {
        var smallestFirst = lattices.stream().sorted(Comparator.comparingDouble(Lattice::area)).toList();
        Map<Lattice, List<Glyph>> inside = new IdentityHashMap<>();
        for (var glyph : glyphs) {
            var lattice = around(glyph, smallestFirst);
            (lattice == null ? rest : inside.computeIfAbsent(lattice, key -> new ArrayList<>())).add(glyph);
        }
        return nested(smallestFirst, inside, rest);
    }

    private @Nullable Lattice around(Glyph glyph, List<Lattice> smallestFirst) {
        for (var lattice : smallestFirst) {
            if (lattice.contains(glyph.centreX(), glyph.centreY(), setting.width())) {
                return lattice;
            }
        }
        return null;
    }

    /// Small ones first, so that what a cell holds is known before the cell is made.
    private List<PrintedTable> nested(List<Lattice> smallestFirst, Map<Lattice, List<Glyph>> inside, List<Glyph> rest) {
        Map<Lattice, List<PrintedTable>> held = new IdentityHashMap<>();
        var tables = new ArrayList<PrintedTable>();
        for (int i = 0; i < smallestFirst.size(); i++) {
            var lattice = smallestFirst.get(i);
            var members = inside.getOrDefault(lattice, List.of());
            var table = table(lattice, members);
            var inner = held.getOrDefault(lattice, List.of());
            var holder = smallestFirst.subList(i + 1, smallestFirst.size()).stream()
                    .filter(other -> other.holds(lattice)).findFirst();
            if (Charts.isChart(table)) {
                holder.ifPresentOrElse(other -> inside.computeIfAbsent(other, key -> new ArrayList<>()).addAll(members),
                        () -> rest.addAll(members));
                tables.addAll(inner);
                continue;
            }
            var whole = inner.isEmpty() ? SplitColumns.of(SplitRows.of(table)) : holding(lattice, table, inner);
            holder.map(other -> held.computeIfAbsent(other, key -> new ArrayList<>())).orElse(tables).add(whole);
        }
        return tables;
    }

    private static PrintedTable holding(Lattice lattice, PrintedTable table, List<PrintedTable> inner) {
        var cells = table.cells().stream().map(cell -> cell.withNested(inner.stream().filter(each -> {
            var room = lattice.at((each.left() + each.right()) / 2, (each.top() + each.bottom()) / 2);
            return room.row() == cell.row() && room.column() == cell.column();
        }).sorted(Comparator.comparingDouble(PrintedTable::top).thenComparingDouble(PrintedTable::left)).toList()))
                .toList();
        return new PrintedTable(table.page(), table.xs(), table.ys(), cells, table.ruled());
    }

    /// What a closing mark belongs to: the letter it touches, though the line between cells may run between them.
    private static Glyph before(Glyph mark, List<Glyph> glyphs) {
        return glyphs.stream().filter(glyph -> glyph != mark && !glyph.isSpace()
                && Math.abs(glyph.right() - mark.left()) < 0.15 * mark.size()
                && Math.abs(glyph.bottom() - mark.bottom()) < 0.15 * mark.size()).findFirst().orElse(mark);
    }

    private PrintedTable table(Lattice lattice, List<Glyph> glyphs) {
        Map<Lattice.Room, List<Glyph>> rooms = new IdentityHashMap<>();
        for (var glyph : glyphs) {
            var room = lattice.at(glyph.centreX(), glyph.centreY());
            boolean first = glyph.left() - lattice.xs().get(room.column()) < 0.5 * glyph.size();
            if (first && CLOSERS.contains(glyph.text())) {
                room = lattice.at(before(glyph, glyphs).centreX(), glyph.centreY());
            }
            rooms.computeIfAbsent(room, key -> new ArrayList<>()).add(glyph);
        }
        var cells = lattice.cells().stream().map(room -> new PrintedCell(room.row(), room.column(), room.rows(),
                room.columns(), setting.of(rooms.getOrDefault(room, List.of())), lattice.xs().get(room.column()),
                lattice.xs().get(room.column() + room.columns()))).toList();
        return new PrintedTable(page, lattice.xs(), lattice.ys(), cells, true);
    }
}
