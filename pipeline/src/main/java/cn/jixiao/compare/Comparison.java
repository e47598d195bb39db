package cn.jixiao.compare;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer: for each indicator a table of rows by years.
///
/// @param years the columns, ascending
public record Comparison(ComparisonQuery query, List<Integer> years, List<Table> tables) {

    /// One indicator.
    ///
    /// @param name Chinese name, or the id where the dictionary has none
    /// @param unit that most figures carry; cells of another say so
    /// @param rows by code, then by name; also those that told nothing
    /// @param coverage of each year
    public record Table(String indicator, String name, String unit, List<Row> rows, List<Coverage> coverage) {

        public Table {
            rows = List.copyOf(rows);
            coverage = List.copyOf(coverage);
        }
    }

    /// One area, agency or project.
    ///
    /// @param code of the area, or empty
    /// @param cells one a year
    public record Row(String code, String name, String fullName, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What a row told for a year.
    ///
    /// @param value null where there is none
    /// @param unit as the figure carries it, the table's where there is none
    /// @param comparator of the figure taken
    /// @param period of the figure taken
    /// @param rules names of the rules of [CellChoice] and [RollUp] that decided
    /// @param evidence the figure taken; several where they were added up
    /// @param others figures that tell something else
    /// @param growth on the year before: percent, or percent points where the value is a rate; null unless both cells
    ///               are sound, exact and of one unit
    public record Cell(int year, Status status, @Nullable BigDecimal value, String unit, Comparator comparator,
            @Nullable Period period, List<String> rules, List<Observation> evidence, List<Observation> others,
            @Nullable BigDecimal growth) {

        public Cell {
            rules = List.copyOf(rules);
            evidence = List.copyOf(evidence);
            others = List.copyOf(others);
        }

        static Cell missing(int year, String unit) {
            return new Cell(year, Status.MISSING, null, unit, Comparator.EQ, null, List.of(), List.of(), List.of(), null);
        }

        Cell withGrowth(@Nullable BigDecimal itsGrowth) {
            return new Cell(year, status, value, unit, comparator, period, rules, evidence, others, itsGrowth);
        }
    }

    /// How far a cell can be trusted.
    public enum Status {
        /// One figure, or several that agree.
        OK,
        /// The sum of the areas below, all of which told it.
        SUMMED,
        /// The sum of the areas below that told it; some did not.
        INCOMPLETE,
        /// Other reports, agencies or projects of the same row told other figures.
        SEVERAL,
        /// The same report tells it differently.
        CONFLICT,
        /// The figure covers part of the year.
        PARTIAL_YEAR,
        /// The figure is of a unit that is not the table's (人次 among 件).
        OTHER_UNIT,
        /// Areas below told it, but it cannot be added (a rate); they are in `others`.
        NOT_ADDITIVE,
        /// Nobody told it.
        MISSING
    }

    /// How many rows have a value.
    public record Coverage(int year, int reported, int of) {
    }

    public Comparison {
        years = List.copyOf(years);
        tables = List.copyOf(tables);
    }
}
