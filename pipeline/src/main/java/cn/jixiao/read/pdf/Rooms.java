package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Places of a grid become cells: two neighbours with no line between them are one.
final class Rooms {

    /// A grid with more places is a pattern.
    private static final int MOST_PLACES = 60_000;

    private final List<Double> xs;
    private final List<Double> ys;
    private final int rows;
    private final int columns;
    private final Groups groups;
    private final boolean[][] wallRight;
    private final boolean[][] wallBelow;

    /// @param drawn the part of a side that must be drawn to be a wall
    /// @param snap how far from its edge a line may lie
    Rooms(List<Double> xs, List<Double> ys, Meshes.Mesh mesh, double drawn, double snap) {
        this.xs = xs;
        this.ys = ys;
        rows = ys.size() - 1;
        columns = xs.size() - 1;
        if ((long) rows * columns > MOST_PLACES) {
            groups = new Groups(0);
            wallRight = new boolean[0][0];
            wallBelow = new boolean[0][0];
            return;
        }
        groups = new Groups(rows * columns);
        wallRight = walls(mesh.down(), xs, ys, drawn, snap, true);
        wallBelow = walls(mesh.across(), ys, xs, drawn, snap, false);
    }

    /// All cells, or none where the grid is too large to be a table.
    List<Lattice.Room> all() {
        if (wallRight.length == 0) {
            return List.of();
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                if (c + 1 < columns && !wallRight[r][c]) {
                    groups.join(place(r, c), place(r, c + 1));
                }
                if (r + 1 < rows && !wallBelow[r][c]) {
                    groups.join(place(r, c), place(r + 1, c));
                }
            }
        }
        return rooms();
    }

    private int place(int row, int column) {
        return row * columns + column;
    }

    /// For each place whether the side on its far edge is drawn.
    private boolean[][] walls(List<Ruling> lines, List<Double> edges, List<Double> along, double drawn, double snap,
            boolean right) {
        var walls = new boolean[rows][columns];
        for (int edge = 1; edge < edges.size() - 1; edge++) {
            double at = edges.get(edge);
            var near = lines.stream().filter(line -> line.at() >= at - 0.1 && line.at() <= at + snap).toList();
            for (int i = 0; i + 1 < along.size(); i++) {
                double from = along.get(i);
                double to = along.get(i + 1);
                double covered = 0;
                for (var line : near) {
                    covered += Math.max(0, Math.min(to, line.to()) - Math.max(from, line.from()));
                }
                if (covered >= drawn * (to - from)) {
                    walls[right ? i : edge - 1][right ? edge - 1 : i] = true;
                }
            }
        }
        return walls;
    }

    private List<Lattice.Room> rooms() {
        Map<Integer, List<int[]>> members = new LinkedHashMap<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                members.computeIfAbsent(groups.of(place(r, c)), key -> new ArrayList<>()).add(new int[] {r, c});
            }
        }
        var rooms = new ArrayList<Lattice.Room>();
        members.values().forEach(places -> rooms.addAll(rectangles(places)));
        return rooms;
    }

    /// A group of places as cells: itself where it is a rectangle, else its rows one by one, equal ones together.
    private List<Lattice.Room> rectangles(List<int[]> places) {
        int top = places.stream().mapToInt(p -> p[0]).min().orElseThrow();
        int bottom = places.stream().mapToInt(p -> p[0]).max().orElseThrow();
        int left = places.stream().mapToInt(p -> p[1]).min().orElseThrow();
        int right = places.stream().mapToInt(p -> p[1]).max().orElseThrow();
        if ((bottom - top + 1) * (right - left + 1) == places.size()) {
            return List.of(new Lattice.Room(top, left, bottom - top + 1, right - left + 1));
        }
        var rooms = new ArrayList<Lattice.Room>();
        for (int i = 0; i < places.size();) {
            int j = i + 1;
            while (j < places.size() && places.get(j)[0] == places.get(i)[0]
                    && places.get(j)[1] == places.get(j - 1)[1] + 1) {
                j++;
            }
            stack(rooms, new Lattice.Room(places.get(i)[0], places.get(i)[1], 1, j - i));
            i = j;
        }
        return rooms;
    }

    private static void stack(List<Lattice.Room> rooms, Lattice.Room strip) {
        for (int i = 0; i < rooms.size(); i++) {
            var above = rooms.get(i);
            if (above.column() == strip.column() && above.columns() == strip.columns()
                    && above.row() + above.rows() == strip.row()) {
                rooms.set(i, new Lattice.Room(above.row(), above.column(), above.rows() + 1, above.columns()));
                return;
            }
        }
        rooms.add(strip);
    }
}
