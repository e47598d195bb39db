package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.index.Figure;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Indicator.Aggregate;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
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
    private final Map<String, Map<Integer, List<Figure>>> byRow = new HashMap<>();
    private final Map<String, Map<Integer, List<Figure>>> targets = new HashMap<>();

    /// @param ground what all tables of a comparison share
    /// @param told figures of the indicator, in any role
    Grid(Ground ground, String indicator, Role role, List<Figure> told) {
        this.ground = ground;
        this.indicator = indicator;
        var known = ground.knowledge().indicators().apply(indicator);
        var its = told.stream().filter(each -> each.role() == role).toList();
        this.unit = usualUnit(its, known);
        this.choice = new CellChoice(indicator, unit, ground.knowledge(), this::ofWholeReport, ground.reports());
        this.rollUp = new RollUp(unit, ground.knowledge().sameUnits(), known.map(Indicator::aggregate).orElse(Aggregate.NONE));
        its.forEach(each -> put(byRow, each));
        if (role == Role.ACTUAL) {
            told.stream().filter(each -> each.role() == Role.TARGET).forEach(each -> put(targets, each));
        }
    }

    private void put(Map<String, Map<Integer, List<Figure>>> into, Figure each) {
        ground.key(each).ifPresent(key -> into.computeIfAbsent(key, row -> new HashMap<>())
                .computeIfAbsent(each.year(), year -> new ArrayList<>()).add(each));
    }

    String unit() {
        return unit;
    }

    /// Rows that its figures ask for; areas and agencies that reported come from the ground.
    Map<String, Head> heads() {
        var heads = new TreeMap<String, Head>();
        byRow.forEach((key, years) -> heads.put(key, ground.head(key, years.values().iterator().next().getFirst())));
        return heads;
    }

    Cell cell(String key, int year) {
        return ground.query().by() == ComparisonQuery.By.REGION ? area(ground.areas().byCode(key).orElseThrow(), year)
                : choice.choose(year, at(byRow, key, year), at(targets, key, year));
    }

    /// What an area told itself; else what the areas in it told.
    private Cell area(Region area, int year) {
        var own = at(byRow, area.code(), year);
        if (own.isEmpty() && area.level() != Region.Level.COUNTY) {
            return rollUp.of(year, ground.areas().below(area).stream().map(each -> area(each, year)).toList());
        }
        if (own.isEmpty()) {
            return Cell.missing(year, unit);
        }
        var aims = at(targets, area.code(), year);
        var codes = new TreeSet<String>();
        own.forEach(each -> codes.add(Objects.requireNonNull(each.region()).code()));
        var forerunners = ground.knowledge().places().forerunners(area.code(), year);
        if (codes.size() > 1 || forerunners.size() > 1) {
            return merged(year, own, aims, codes, forerunners);
        }
        var cell = choice.choose(year, own, aims);
        boolean renamed = !codes.first().equals(area.code())
                || own.stream().anyMatch(each -> !Objects.requireNonNull(each.region()).name().equals(area.name()));
        return renamed ? noted(cell, Note.RENAMED) : cell;
    }

    /// Areas that are one today and were several then: each tells its part.
    private Cell merged(int year, List<Figure> own, List<Figure> aims, Set<String> codes, List<Region> forerunners) {
        var parts = new ArrayList<Cell>();
        for (var code : codes) {
            parts.add(choice.choose(year, own.stream().filter(each -> code.equals(code(each))).toList(),
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

    private static List<Figure> at(Map<String, Map<Integer, List<Figure>>> rows, String row, int year) {
        return rows.getOrDefault(row, Map.of()).getOrDefault(year, List.of());
    }

    private boolean ofWholeReport(Figure each) {
        var report = ground.reports().get(each.docId());
        return each.project() == null || ground.query().by() == ComparisonQuery.By.PROJECT
                || report != null && report.projects() <= 1;
    }

    /// The unit that most figures carry, counting units that mean the same together; the dictionary's where there are
    /// none.
    private String usualUnit(List<Figure> told, Optional<Indicator> known) {
        var counts = new TreeMap<String, Integer>();
        told.forEach(each -> counts.merge(each.quantity().unit(), 1, Integer::sum));
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

    @Override
    public String toString() {
        return indicator + " in " + byRow.size() + " rows";
    }
}
