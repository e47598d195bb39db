package cn.jixiao.compare;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An answer: for each indicator a table of rows by years.
///
/// The observations behind its cells are read when they are asked for, so use it while the records are open.
///
/// @param years the columns, ascending
public record Comparison(ComparisonQuery query, List<Integer> years, List<Table> tables) {

    /// One indicator.
    ///
    /// @param name Chinese name, or the id where the dictionary has none
    /// @param unit that most figures carry; cells of another say so
    /// @param formula it was worked out by, or null
    /// @param rows by code, then by name; also those that told nothing
    /// @param coverage of each year
    /// @param spread of each year
    public record Table(String indicator, String name, String unit, @Nullable String formula, List<Row> rows,
            List<Coverage> coverage, List<Spread> spread) {

        public Table {
            rows = List.copyOf(rows);
            coverage = List.copyOf(coverage);
            spread = List.copyOf(spread);
        }
    }

    /// One area, agency, project or subset.
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
    /// @param rules names of the rules of [CellChoice], [RollUp] and [DerivedTable] that decided
    /// @param notes what else has to be known of it
    /// @param evidence the figure taken; several where they were added up
    /// @param others figures that tell something else
    /// @param growth on the year before: percent, or percent points where the value is a rate; null unless both cells
    ///               are sound, exact and of one unit
    /// @param standing among its peers, or null where it cannot be compared with them
    /// @param target what was aimed at, where that was asked for
    public record Cell(int year, Status status, @Nullable BigDecimal value, String unit, Comparator comparator,
            @Nullable Period period, List<String> rules, List<Note> notes, List<Observation> evidence,
            List<Observation> others, @Nullable BigDecimal growth, @Nullable Standing standing, @Nullable Cell target) {

        public Cell {
            rules = List.copyOf(rules);
            notes = List.copyOf(notes);
        }

        static Cell missing(int year, String unit) {
            return new Cell(year, Status.MISSING, null, unit, Comparator.EQ, null, List.of(), List.of(), List.of(),
                    List.of(), null, null, null);
        }

        /// A cell without a figure of its own to stand for.
        static Cell of(int year, Status status, @Nullable BigDecimal value, String unit, @Nullable Period period,
                List<String> rules, List<Note> notes, List<Observation> evidence, List<Observation> others) {
            return new Cell(year, status, value, unit, Comparator.EQ, period, rules, notes, evidence, others, null, null,
                    null);
        }

        Cell withGrowth(@Nullable BigDecimal itsGrowth) {
            return new Cell(year, status, value, unit, comparator, period, rules, notes, evidence, others, itsGrowth,
                    standing, target);
        }

        Cell withStanding(@Nullable Standing its) {
            return new Cell(year, status, value, unit, comparator, period, rules, notes, evidence, others, growth, its,
                    target);
        }

        Cell withTarget(Cell its) {
            return new Cell(year, status, value, unit, comparator, period, rules, notes, evidence, others, growth,
                    standing, its);
        }

        /// Whether there is something to say of it beside its value.
        public boolean isNoted() {
            return status != Status.MISSING && (status != Status.OK || !rules.isEmpty() || !notes.isEmpty());
        }

        /// One exact value that nothing contradicts: what changes, ranks and quartiles are worked out from.
        public boolean isSound() {
            return (status == Status.OK || status == Status.SUMMED) && value != null && comparator == Comparator.EQ;
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
        /// What it is worked out from does not go together: other periods, units, areas, a bound, a zero below.
        UNDEFINED,
        /// Nobody told it.
        MISSING
    }

    /// What a person would want to know before using the figure.
    public enum Note {
        /// Another version of the report (same agency, year and kind) tells another figure.
        REVISION,
        /// Several reports of the same agency, year and kind tell it alike; it is counted once.
        COPIES,
        /// Figures of part of the year were told too.
        PART_OF_YEAR,
        /// The area reported under a former name or code.
        RENAMED,
        /// The area of today was several then.
        MERGED,
        /// A figure equal to the target was set aside.
        TARGET,
        /// Figures of another unit were told too.
        OTHER_UNIT,
        /// Several projects told it.
        PROJECTS,
        /// Several agencies told it.
        AGENCIES,
        /// A report of another year tells it too.
        OTHER_YEAR,
        /// The figure is a bound or an estimate (超过, 以上, 约).
        BOUND,
        /// What it is worked out from has a zero below.
        ZERO,
        /// There is no denominator for it in the user's table.
        NO_DENOMINATOR
    }

    /// How many rows have a value.
    public record Coverage(int year, int reported, int of) {

        /// In percent, one decimal; null of nothing.
        public @Nullable BigDecimal share() {
            return of == 0 ? null : BigDecimal.valueOf(reported * 100L)
                    .divide(BigDecimal.valueOf(of), 1, java.math.RoundingMode.HALF_UP);
        }
    }

    /// A cell among the sound cells of its year.
    ///
    /// @param rank 1 for the largest; equal values share the better rank
    /// @param of how many there are
    /// @param percentile share of its peers below it, equal ones by half; null without peers
    public record Standing(int rank, int of, @Nullable BigDecimal percentile) {
    }

    /// The sound cells of a year. Quartiles by linear interpolation between order statistics (as Excel's QUARTILE.INC).
    ///
    /// @param count how many; all else is null where it is 0
    public record Spread(int year, int count, @Nullable BigDecimal least, @Nullable BigDecimal lowerQuartile,
            @Nullable BigDecimal median, @Nullable BigDecimal upperQuartile, @Nullable BigDecimal most) {
    }

    public Comparison {
        years = List.copyOf(years);
        tables = List.copyOf(tables);
    }
}
