package cn.jixiao.review;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// All that can be said of a number and can be wrong.
///
/// @param value amounts in yuan, rates in percent points, counts in ones
/// @param unit `CNY`, `%`, `分`, or the measure word
public record Reading(Kind kind, Comparator comparator, BigDecimal value, String unit, Role role,
        @Nullable String indicator, String label, @Nullable String breakdown, @Nullable String project,
        @Nullable Integer year, @Nullable Period period, @Nullable Region region) {

    public Reading {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a figure needs a unit: " + value);
        }
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        value = value.scale() < 0 ? value.setScale(0) : value;
    }

    public static Reading of(Observation it) {
        var quantity = it.quantity();
        return new Reading(quantity.kind(), quantity.comparator(), quantity.value(), quantity.unit(), it.role(),
                it.indicator(), it.label(), it.breakdown(), it.project(), it.year(), it.period(), it.region());
    }

    /// A short text that differs where readings differ, by which a page names the one it showed.
    public String print() {
        var crc = new CRC32();
        attributes().forEach((name, value) -> crc.update((name + '=' + value + '\n').getBytes(StandardCharsets.UTF_8)));
        return String.format("%08x", crc.getValue());
    }

    /// What this becomes where a person changed one reading into another: what they changed is theirs, the rest stays.
    Reading changed(Reading from, Reading to) {
        return new Reading(pick(kind, from.kind, to.kind), pick(comparator, from.comparator, to.comparator),
                pick(value, from.value, to.value), pick(unit, from.unit, to.unit), pick(role, from.role, to.role),
                maybe(indicator, from.indicator, to.indicator), pick(label, from.label, to.label),
                maybe(breakdown, from.breakdown, to.breakdown), maybe(project, from.project, to.project),
                maybe(year, from.year, to.year), maybe(period, from.period, to.period),
                maybe(region, from.region, to.region));
    }

    /// Each attribute that differs: `value:87→78`; nothing is written `-`.
    List<String> differences(Reading from) {
        var found = new ArrayList<String>();
        var before = from.attributes();
        attributes().forEach((name, value) -> {
            if (!value.equals(before.get(name))) {
                found.add(name + ":" + before.get(name) + "→" + value);
            }
        });
        return found;
    }

    /// Every attribute by its name, as exports spell it, `-` where there is none.
    public Map<String, String> attributes() {
        var all = new LinkedHashMap<String, String>();
        all.put("value", value.toPlainString());
        all.put("unit", unit);
        all.put("kind", kind.key());
        all.put("comparator", comparator.symbol());
        all.put("role", role.key());
        all.put("indicator", text(indicator));
        all.put("label", text(label));
        all.put("breakdown", text(breakdown));
        all.put("project", text(project));
        all.put("year", text(year));
        all.put("period", text(period));
        all.put("region", region == null ? "-" : region.fullName());
        return all;
    }

    private static String text(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "-" : value.toString();
    }

    private static <T> T pick(T mine, T from, T to) {
        return from.equals(to) ? mine : to;
    }

    private static <T> @Nullable T maybe(@Nullable T mine, @Nullable T from, @Nullable T to) {
        return Objects.equals(from, to) ? mine : to;
    }

    /// The quantity; as printed where the number is still the one that was read, else what its comparator allows.
    ///
    /// @param read the quantity as the program read it, or null
    Quantity quantity(@Nullable Quantity read) {
        if (read != null && read.kind() == kind && read.comparator() == comparator && read.value().compareTo(value) == 0
                && read.unit().equals(unit)) {
            return read;
        }
        return new Quantity(kind, comparator, value, unit, interval());
    }

    private Interval interval() {
        return switch (comparator) {
            case EQ -> Interval.exactly(value);
            case GT, GE -> new Interval(value, null);
            case LT, LE -> new Interval(null, value);
            case ABOUT -> new Interval(value.subtract(last()), value.add(last()));
        };
    }

    /// One of the last digit that is not nought: 约30 is 20 to 40.
    private BigDecimal last() {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros().ulp();
    }
}
