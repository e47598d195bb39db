package cn.jixiao.structure;

import cn.jixiao.observation.ColumnMeaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The best way to put a row's cells, in their order, under the headings that are free.
final class Arrangement {

    private final double cost;
    private final List<Integer> columns = new ArrayList<>();

    Arrangement(List<Piece> row, List<Integer> free, List<@Nullable ColumnMeaning> meanings, boolean total) {
        int n = row.size();
        int m = free.size();
        var least = new double[n + 1][m + 1];
        var taken = new boolean[n + 1][m + 1];
        for (var line : least) {
            Arrays.fill(line, Double.MAX_VALUE / 4);
        }
        Arrays.fill(least[0], 0);
        for (int j = 1; j <= m; j++) {
            var meaning = meanings.get(free.get(j - 1));
            least[0][j] = least[0][j - 1] + Fit.skip(meaning, total);
            for (int i = 1; i <= Math.min(n, j); i++) {
                double put = least[i - 1][j - 1] + Fit.cost(row.get(i - 1), meaning, total);
                double left = least[i][j - 1] + Fit.skip(meaning, total);
                // Of equals the later column is left: figures stand as far left as they can.
                taken[i][j] = put < left;
                least[i][j] = Math.min(put, left);
            }
        }
        cost = least[n][m];
        for (int i = n, j = m; i > 0; j--) {
            if (taken[i][j]) {
                columns.addFirst(free.get(j - 1));
                i--;
            }
        }
    }

    double cost() {
        return cost;
    }

    /// A column for each cell, rising.
    List<Integer> columns() {
        return columns;
    }
}
