package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToDoubleFunction;

/// The cells that ruling lines enclose: a grid of edges, and for each cell how many places of the grid it covers.
///
/// @param xs,ys edges of columns and rows, ascending
/// @param cells not overlapping, covering the whole grid
record Lattice(List<Double> xs, List<Double> ys, List<Room> cells) {

    /// A cell's places in the grid.
    record Room(int row, int column, int rows, int columns) {
    }

    /// Lines of a pair that stand closer are one edge drawn twice.
    static final double SNAP = 3.0;

    /// How far a line may end short of the line it meets.
    private static final double REACH = 3.0;

    /// Gaps that still belong to one dashed line.
    private static final double DASH = 4.5;

    /// The part of a cell's side that must be drawn.
    private static final double DRAWN = 0.6;

    /// Whether a glyph whose middle is at the point stands in the table.
    ///
    /// @param width of the frame; a table that reaches its edge goes on outside of it, unseen
    boolean contains(double x, double y, double width) {
        boolean left = x >= xs.getFirst() - SNAP || xs.getFirst() < 2 * SNAP;
        boolean right = x <= xs.getLast() + SNAP || xs.getLast() > width - 2 * SNAP;
        return left && right && y >= ys.getFirst() - SNAP && y <= ys.getLast() + SNAP;
    }

    /// The cell at a point, or nearest to one just outside.
    Room at(double x, double y) {
        int column = band(xs, x);
        int row = band(ys, y);
        for (var room : cells) {
            if (room.row() <= row && row < room.row() + room.rows()
                    && room.column() <= column && column < room.column() + room.columns()) {
                return room;
            }
        }
        throw new NoSuchElementException("no cell at " + row + ", " + column);
    }

    /// Whether another one stands within a single cell of this one.
    boolean holds(Lattice other) {
        boolean within = other.xs().getFirst() > xs().getFirst() && other.xs().getLast() < xs().getLast()
                && other.ys().getFirst() > ys().getFirst() && other.ys().getLast() < ys().getLast();
        return within && at(other.xs().getFirst(), other.ys().getFirst())
                == at(other.xs().getLast(), other.ys().getLast());
    }

    private static int band(List<Double> edges, double at) {
        int band = 0;
        while (band < edges.size() - 2 && at >= edges.get(band + 1)) {
            band++;
        }
        return band;
    }

    double area() {
        return (xs.getLast() - xs.getFirst()) * (ys.getLast() - ys.getFirst());
    }

    /// All lattices of more than one cell that the rulings make, from top to bottom.
    static List<Lattice> of(List<Ruling> rulings) {
        var across = merged(rulings.stream().filter(Ruling::horizontal).toList());
        var down = merged(rulings.stream().filter(ruling -> !ruling.horizontal()).toList());
        return Meshes.of(across, down, REACH).stream().flatMap(mesh -> Lattice.of(mesh).stream())
                .sorted(Comparator.comparingDouble((Lattice lattice) -> lattice.ys().getFirst())
                        .thenComparingDouble(lattice -> lattice.xs().getFirst()))
                .toList();
    }

    /// Pieces of one line put together.
    static List<Ruling> merged(List<Ruling> rulings) {
        var sorted = rulings.stream().sorted(Comparator.comparingDouble(Ruling::at)
                .thenComparingDouble(Ruling::from)).toList();
        var lines = new ArrayList<Ruling>();
        int start = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i == sorted.size() || sorted.get(i).at() - sorted.get(start).at() > 1.6) {
                lines.addAll(chained(sorted.subList(start, i)));
                start = i;
            }
        }
        return lines;
    }

    private static List<Ruling> chained(List<Ruling> pieces) {
        var sorted = pieces.stream().sorted(Comparator.comparingDouble(Ruling::from)).toList();
        var lines = new ArrayList<Ruling>();
        for (var piece : sorted) {
            if (!lines.isEmpty() && piece.from() - lines.getLast().to() <= DASH) {
                var last = lines.removeLast();
                double at = last.length() >= piece.length() ? last.at() : piece.at();
                lines.add(new Ruling(last.horizontal(), at, last.from(), Math.max(last.to(), piece.to())));
            } else {
                lines.add(piece);
            }
        }
        return lines;
    }

    private static List<Lattice> of(Meshes.Mesh mesh) {
        var xs = edges(mesh.down(), Ruling::at);
        var ys = edges(mesh.across(), Ruling::at);
        open(xs, mesh.across());
        open(ys, mesh.down());
        if (xs.size() < 2 || ys.size() < 2) {
            return List.of();
        }
        var cells = new Rooms(xs, ys, mesh, DRAWN, SNAP).all();
        return cells.size() < 2 ? List.of() : List.of(new Lattice(List.copyOf(xs), List.copyOf(ys), cells));
    }

    private static List<Double> edges(List<Ruling> lines, ToDoubleFunction<Ruling> place) {
        var edges = new ArrayList<Double>();
        lines.stream().mapToDouble(place).sorted().forEach(at -> {
            if (edges.isEmpty() || at - edges.getLast() > SNAP) {
                edges.add(at);
            }
        });
        return edges;
    }

    /// A table whose outer side is not drawn: where at least two lines run on beyond the last edge and end together,
    /// there is an edge.
    private static void open(List<Double> edges, List<Ruling> crossing) {
        if (edges.isEmpty() || crossing.size() < 2) {
            return;
        }
        double first = crossing.stream().mapToDouble(Ruling::from).min().orElseThrow();
        double last = crossing.stream().mapToDouble(Ruling::to).max().orElseThrow();
        if (first < edges.getFirst() - 2 * REACH
                && crossing.stream().filter(line -> line.from() - first < REACH).count() >= 2) {
            edges.addFirst(first);
        }
        if (last > edges.getLast() + 2 * REACH
                && crossing.stream().filter(line -> last - line.to() < REACH).count() >= 2) {
            edges.addLast(last);
        }
    }
}
