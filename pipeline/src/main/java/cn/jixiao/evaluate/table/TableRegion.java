package cn.jixiao.evaluate.table;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/// A table, or the part of one that stands on one page, as rows and columns of words.
///
/// @param page 1-based
/// @param box around its words, in points from the upper left of the page
/// @param cells not overlapping; empty ones may be left out
public record TableRegion(int page, Box box, List<Place> cells) {

    /// A cell: its first row and column, the last ones it covers, and its words without white space.
    public record Place(int row, int column, int lastRow, int lastColumn, String words) {

        public Place {
            if (row < 0 || column < 0 || lastRow < row || lastColumn < column) {
                throw new IllegalArgumentException(
                        "cell from " + row + "," + column + " to " + lastRow + "," + lastColumn);
            }
            words = words.replaceAll("[\\s\\u00a0]+", "");
        }
    }

    /// Two neighbours: `from` stands left of `to`, or above it.
    public record Relation(String from, String to, boolean below) {
    }

    public TableRegion {
        cells = List.copyOf(cells);
    }

    /// How often each pair of neighbours occurs. The neighbour of a cell is the nearest one that has words, empty
    /// places being passed over, to the right in each of its rows and below in each of its columns, each pair once
    /// (M. Göbel et al., ICDAR 2013 Table Competition, section on structure recognition).
    public Map<Relation, Integer> relations() {
        var grid = grid();
        var relations = new HashMap<Relation, Integer>();
        for (var cell : cells) {
            if (!cell.words().isEmpty()) {
                var right = new LinkedHashSet<Place>();
                for (int row = cell.row(); row <= cell.lastRow(); row++) {
                    nearest(grid, row, cell.lastColumn() + 1, 0, right);
                }
                right.forEach(to -> relations.merge(new Relation(cell.words(), to.words(), false), 1, Integer::sum));
                var below = new LinkedHashSet<Place>();
                for (int column = cell.column(); column <= cell.lastColumn(); column++) {
                    nearest(grid, cell.lastRow() + 1, column, 1, below);
                }
                below.forEach(to -> relations.merge(new Relation(cell.words(), to.words(), true), 1, Integer::sum));
            }
        }
        return relations;
    }

    private static void nearest(List<List<Place>> grid, int row, int column, int down, LinkedHashSet<Place> found) {
        for (int r = row, c = column; r < grid.size() && c < grid.get(r).size(); r += down, c += 1 - down) {
            if (!grid.get(r).get(c).words().isEmpty()) {
                found.add(grid.get(r).get(c));
                return;
            }
        }
    }

    private List<List<Place>> grid() {
        int rows = cells.stream().mapToInt(Place::lastRow).max().orElse(-1) + 1;
        int columns = cells.stream().mapToInt(Place::lastColumn).max().orElse(-1) + 1;
        var grid = new ArrayList<List<Place>>();
        for (int r = 0; r < rows; r++) {
            var line = new ArrayList<Place>();
            for (int c = 0; c < columns; c++) {
                line.add(new Place(r, c, r, c, ""));
            }
            grid.add(line);
        }
        for (var cell : cells) {
            for (int r = cell.row(); r <= cell.lastRow() && !cell.words().isEmpty(); r++) {
                for (int c = cell.column(); c <= cell.lastColumn(); c++) {
                    grid.get(r).set(c, cell);
                }
            }
        }
        return grid;
    }

    /// The area that two regions share, in square points; 0 on different pages.
    double overlap(TableRegion other) {
        double width = Math.min(box.right(), other.box.right()) - Math.max(box.left(), other.box.left());
        double height = Math.min(box.bottom(), other.box.bottom()) - Math.max(box.top(), other.box.top());
        return page == other.page && width > 0 && height > 0 ? width * height : 0;
    }
}
