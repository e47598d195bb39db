package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.index.Figure;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Indicator.Aggregate;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The figures of one indicator and role, by row and year, and the cells that are made of them.
final class Grid {

    /// A row's identity: code and name of its area, agency, project or subset.
    ///
    /// @param code of the area, empty for agencies
    record Head(String code, String name, String fullName) {
    }

    private final Ground ground;
    private final String indicator;
    private final String unit;
    private final CellChoice choice;
    private final RollUp rollUp;
    /// How projects of one report go together.
    private final Aggregate aggregate;
    private final Map<String, Told> byRow = new HashMap<>();
    private String lastKey = "";
    private @Nullable Told lastRow;

    /// What a row told, year by year from the first of the comparison.
    private record Told(Figure one, List<List<Figure>> figures, List<List<Figure>> targets) {
    }

    /// @param ground what all tables of a comparison share
    /// @param told figures of the indicator, in any role
    Grid(Ground ground, String indicator, Role role, List<Figure> told) {
        this.ground = ground;
        this.indicator = indicator;
        var known = ground.knowledge().indicators().apply(indicator);
        var its = told.stream().filter(each -> each.role() == role).toList();
        this.unit = usualUnit(its, known);
        this.choice = new CellChoice(indicator, unit, ground.knowledge(),
                ground.query().by() == ComparisonQuery.By.PROJECT, ground.reports());
        this.aggregate = ground.query().by() == ComparisonQuery.By.PROJECT ? Aggregate.NONE : aggregate(known);
        this.rollUp = new RollUp(unit, ground.knowledge().sameUnits(), aggregate(known));
        its.forEach(each -> put(each, true));
        if (role == Role.ACTUAL) {
            told.stream().filter(each -> each.role() == Role.TARGET).forEach(each -> put(each, false));
        }
    }

    private static Aggregate aggregate(Optional<Indicator> known) {
        return known.map(Indicator::aggregate).orElse(Aggregate.NONE);
    }

    /// Targets alone make no row.
    private void put(Figure each, boolean makesRow) {
        int column = ground.column(Objects.requireNonNull(each.year()));
        var key = column < 0 ? null : ground.key(each);
        if (key == null) {
            return;
        }
        // The figures of a report come one after the other, and most belong to one row.
        var row = key.equals(lastKey) ? lastRow : byRow.get(key);
        if (row == null && makesRow) {
            row = new Told(each, empty(), empty());
            byRow.put(key, row);
        }
        lastKey = key;
        lastRow = row;
        if (row != null) {
            add(makesRow ? row.figures() : row.targets(), column, each);
        }
    }

    private List<List<Figure>> empty() {
        return new ArrayList<>(Collections.nCopies(ground.years().size(), List.of()));
    }

    private static void add(List<List<Figure>> years, int column, Figure each) {
        var there = years.get(column);
        if (there.isEmpty()) {
            there = new ArrayList<>(2);
            years.set(column, there);
        }
        there.add(each);
    }

    String unit() {
        return unit;
    }

    /// Rows that its figures ask for; areas and agencies that reported come from the ground.
    Map<String, Head> heads() {
        var heads = new TreeMap<String, Head>();
        byRow.forEach((key, told) -> heads.put(key, ground.head(key, told.one())));
        return heads;
    }

    /// One row, whose cells are made as they are asked for.
    interface Line {
        Cell cell(int year);
    }

    Line line(String key) {
        if (ground.query().by() == ComparisonQuery.By.REGION) {
            return area(ground.areas().byCode(key).orElseThrow());
        }
        var told = byRow.get(key);
        return year -> chosen(year, figures(told, year), targets(told, year));
    }

    /// What an area told itself; else what the areas in it told.
    private Line area(Region area) {
        var told = byRow.get(area.code());
        boolean carriesOn = ground.knowledge().places().carriesOn(area.code());
        var below = area.level() == Region.Level.COUNTY ? List.<Line>of()
                : ground.areas().below(area).stream().map(this::area).toList();
        return year -> {
            var own = figures(told, year);
            if (!own.isEmpty()) {
                return own(area, year, own, targets(told, year), carriesOn);
            }
            return area.level() == Region.Level.COUNTY ? Cell.missing(year, unit)
                    : rollUp.of(year, below.stream().map(each -> each.cell(year)).toList());
        };
    }

    private Cell own(Region area, int year, List<Figure> own, List<Figure> aims, boolean carriesOn) {
        var first = Objects.requireNonNull(own.getFirst().region());
        boolean several = !own.stream().allMatch(each -> each.region() == first);
        if (carriesOn || several) {
            var codes = new TreeSet<String>();
            own.forEach(each -> codes.add(Objects.requireNonNull(each.region()).code()));
            var forerunners = ground.knowledge().places().forerunners(area.code(), year);
            if (codes.size() > 1 || forerunners.size() > 1) {
                return merged(year, own, aims, codes, forerunners);
            }
        }
        var cell = chosen(year, own, aims);
        boolean renamed = !first.code().equals(area.code())
                || own.stream().anyMatch(each -> !Objects.requireNonNull(each.region()).name().equals(area.name()));
        return renamed ? noted(cell, Note.RENAMED) : cell;
    }

    /// One figure, or the sum of the projects of a report that tells no whole.
    private Cell chosen(int year, List<Figure> own, List<Figure> aims) {
        var projects = aggregate == Aggregate.SUM ? choice.projects(year, own) : Map.<String, List<Figure>>of();
        if (projects.isEmpty()) {
            return choice.choose(year, own, aims);
        }
        var docId = projects.values().iterator().next().getFirst().docId();
        var parts = new ArrayList<Cell>();
        projects.forEach((name, figures) -> parts.add(choice.choose(year, figures,
                aims.stream().filter(each -> docId.equals(each.docId()) && name.equals(each.project())).toList())));
        if (isOneNumber(projects.values())) {
            return choice.choose(year, own, aims);
        }
        var report = ground.reports().get(docId);
        boolean all = ground.query().scope().project() != null || report == null || parts.size() >= report.projects();
        var rest = own.stream().filter(each -> !docId.equals(each.docId())).toList();
        return rollUp.ofProjects(year, parts, rest, all);
    }

    /// Whether the projects repeat one number, which then is told twice and not twofold.
    private boolean isOneNumber(Collection<List<Figure>> projects) {
        var first = projects.iterator().next().getFirst();
        return projects.stream().flatMap(List::stream).allMatch(each -> choice.agree(first, each));
    }

    /// Areas that are one today and were several then: each tells its part.
    private Cell merged(int year, List<Figure> own, List<Figure> aims, Set<String> codes, List<Region> forerunners) {
        var parts = new ArrayList<Cell>();
        for (var code : codes) {
            parts.add(chosen(year, own.stream().filter(each -> code.equals(code(each))).toList(),
                    aims.stream().filter(each -> code.equals(code(each))).toList()));
        }
        // Figures under a code that was not in force then are those of the whole, told by its later name.
        boolean whole = codes.size() == 1 && forerunners.stream().noneMatch(each -> each.code().equals(codes.iterator().next()));
        return whole ? noted(parts.getFirst(), Note.RENAMED)
                : rollUp.ofForerunners(year, parts, Math.max(forerunners.size(), codes.size()));
    }

    private static @Nullable String code(Figure figure) {
        return figure.region() == null ? null : figure.region().code();
    }

    private static Cell noted(Cell cell, Note note) {
        var notes = new ArrayList<>(cell.notes());
        notes.add(note);
        return new Cell(cell.year(), cell.status(), cell.value(), cell.unit(), cell.comparator(), cell.period(), cell.rules(),
                notes, cell.evidence(), cell.others(), cell.growth(), cell.standing(), cell.target());
    }

    private List<Figure> figures(@Nullable Told row, int year) {
        return row == null ? List.of() : row.figures().get(ground.column(year));
    }

    private List<Figure> targets(@Nullable Told row, int year) {
        return row == null ? List.of() : row.targets().get(ground.column(year));
    }

    /// The unit that most figures carry, counting units that mean the same together; the dictionary's where there are
    /// none.
    private String usualUnit(List<Figure> told, Optional<Indicator> known) {
        var counts = new TreeMap<String, Integer>();
        countUnits(told, counts);
        var order = new LinkedHashMap<String, Integer>();
        known.ifPresent(its -> its.units().stream().filter(counts::containsKey).forEach(each -> order.put(each, 0)));
        counts.keySet().forEach(each -> order.put(each, 0));
        String usual = known.flatMap(its -> its.units().stream().findFirst()).orElse("");
        int most = 0;
        for (var each : order.keySet()) {
            int count = counts.entrySet().stream()
                    .filter(other -> ground.knowledge().sameUnits().same(each, other.getKey()))
                    .mapToInt(Map.Entry::getValue).sum();
            if (count > most) {
                most = count;
                usual = each;
            }
        }
        return usual;
    }

    /// Units repeat from figure to figure.
    private static void countUnits(List<Figure> told, Map<String, Integer> counts) {
        var last = "";
        int run = 0;
        for (var each : told) {
            if (!each.quantity().unit().equals(last)) {
                counts.merge(last, run, Integer::sum);
                last = each.quantity().unit();
                run = 0;
            }
            run++;
        }
        counts.merge(last, run, Integer::sum);
        counts.remove("");
    }

    @Override
    public String toString() {
        return indicator + " in " + byRow.size() + " rows";
    }
}
