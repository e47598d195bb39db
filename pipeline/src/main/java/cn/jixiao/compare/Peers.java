package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Row;
import cn.jixiao.compare.Comparison.Spread;
import cn.jixiao.compare.Comparison.Standing;
import cn.jixiao.dictionary.Synonyms;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The sound cells of each year in a table, which can be ranked among each other.
final class Peers {

    private final List<BigDecimal[]> sorted;
    private final List<Integer> years;
    private final String unit;
    private final Synonyms sameUnits;

    Peers(List<Row> rows, List<Integer> years, String unit, Synonyms sameUnits) {
        this.years = years;
        this.unit = unit;
        this.sameUnits = sameUnits;
        this.sorted = IntStream.range(0, years.size()).mapToObj(column -> {
            var values = SideBySide.rows(rows).map(row -> row.cells().get(column)).filter(this::isPeer)
                    .map(cell -> Objects.requireNonNull(cell.value())).toArray(BigDecimal[]::new);
            Arrays.sort(values);
            return values;
        }).toList();
    }

    private boolean isPeer(Cell cell) {
        return cell.isSound() && sameUnits.same(unit, cell.unit());
    }

    List<Row> ranked(List<Row> rows) {
        return SideBySide.rows(rows).map(row -> {
            var cells = new ArrayList<Cell>();
            for (int column = 0; column < row.cells().size(); column++) {
                cells.add(row.cells().get(column).withStanding(standing(row.cells().get(column), sorted.get(column))));
            }
            return new Row(row.code(), row.name(), row.fullName(), cells);
        }).toList();
    }

    private @Nullable Standing standing(Cell cell, BigDecimal[] peers) {
        if (!isPeer(cell)) {
            return null;
        }
        var value = Objects.requireNonNull(cell.value());
        int below = bound(peers, value, false);
        int notAbove = bound(peers, value, true);
        int others = peers.length - 1;
        // Equal peers, without the cell itself, count by half.
        var percentile = others == 0 ? null : BigDecimal.valueOf((2L * below + notAbove - below - 1) * 50)
                .divide(BigDecimal.valueOf(others), 1, RoundingMode.HALF_UP);
        return new Standing(peers.length - notAbove + 1, peers.length, percentile);
    }

    /// How many are below a value, or not above it.
    private static int bound(BigDecimal[] peers, BigDecimal value, boolean withEqual) {
        int at = Arrays.binarySearch(peers, value);
        if (at < 0) {
            return -at - 1;
        }
        while (withEqual ? at < peers.length && peers[at].compareTo(value) == 0
                : at > 0 && peers[at - 1].compareTo(value) == 0) {
            at += withEqual ? 1 : -1;
        }
        return at;
    }

    List<Spread> spread() {
        return IntStream.range(0, years.size()).mapToObj(column -> spread(years.get(column), sorted.get(column))).toList();
    }

    private static Spread spread(int year, BigDecimal[] peers) {
        if (peers.length == 0) {
            return new Spread(year, 0, null, null, null, null, null);
        }
        return new Spread(year, peers.length, peers[0], quarter(peers, 1), quarter(peers, 2), quarter(peers, 3),
                peers[peers.length - 1]);
    }

    private static BigDecimal quarter(BigDecimal[] peers, int quarters) {
        int place = (peers.length - 1) * quarters;
        var low = peers[place / 4];
        return place % 4 == 0 ? low
                : low.add(peers[place / 4 + 1].subtract(low).multiply(BigDecimal.valueOf(place % 4 * 25L, 2)));
    }
}
