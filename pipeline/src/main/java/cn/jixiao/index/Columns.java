package cn.jixiao.index;

import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Interval;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// How figures lie in the index's columns. Exact decimals are 60 bits of digits and 4 bits of scale; a number that does
/// not fit has no column, and is read from its whole record.
final class Columns {

    static final String DOC = "c_doc";
    static final String TITLE = "c_title";
    static final String REGION = "c_region";
    static final String AGENCY = "c_agency";
    static final String PROJECT = "c_project";
    static final String INDICATOR = "c_indicator";
    static final String LABEL = "c_label";
    static final String BREAKDOWN = "c_breakdown";
    /// Kind, role, comparator, unit and period in one: few differ.
    static final String SHAPE = "c_shape";
    static final String TYPE = "c_type";
    static final String PERIOD = "c_period";
    static final String PROJECTS = "c_projects";
    static final String VALUE = "c_value";
    static final String LOW = "c_low";
    static final String HIGH = "c_high";
    static final String PLACE = "c_place";

    private static final String BETWEEN = "\u001F";
    private static final int SCALE_BITS = 4;
    private static final int LEAST_SCALE = -(1 << SCALE_BITS - 1);
    /// Bits of row and of column of a table's cell.
    private static final int PLACE_BITS = 20;
    private static final int MOST = 1 << PLACE_BITS;

    private Columns() {
    }

    static void of(Observation it, Document made) {
        text(made, DOC, it.docId());
        text(made, REGION, it.region() == null ? null : region(it.region()));
        text(made, AGENCY, it.agency());
        text(made, PROJECT, it.project());
        text(made, INDICATOR, it.indicator());
        text(made, LABEL, it.label());
        text(made, BREAKDOWN, it.breakdown());
        var quantity = it.quantity();
        text(made, SHAPE, String.join(BETWEEN, quantity.kind().name(), it.role().name(), quantity.comparator().name(),
                quantity.unit(), it.period() == null ? "" : it.period().toString()));
        var interval = quantity.interval();
        boolean exact = quantity.value().equals(interval.low()) && quantity.value().equals(interval.high());
        boolean open = interval.low() == null && interval.high() == null;
        if (!open && fits(quantity.value()) && fits(interval.low()) && fits(interval.high())) {
            // Without columns of ends it is exact; with one end it is a bound.
            number(made, VALUE, packed(quantity.value()));
            if (!exact && interval.low() != null) {
                number(made, LOW, packed(interval.low()));
            }
            if (!exact && interval.high() != null) {
                number(made, HIGH, packed(interval.high()));
            }
        }
        var place = it.evidence().table();
        if (place != null && place.row() < MOST && place.column() < MOST) {
            number(made, PLACE, ((long) place.table() << PLACE_BITS | place.row()) << PLACE_BITS | place.column());
        }
    }

    static void of(Report report, Document made) {
        var facts = report.facts();
        text(made, DOC, report.docId());
        text(made, TITLE, facts.title());
        text(made, TYPE, facts.type().name());
        text(made, REGION, facts.region() == null ? null : region(facts.region()));
        text(made, AGENCY, facts.agency());
        text(made, PERIOD, facts.period() == null ? null : facts.period().toString());
        number(made, PROJECTS, report.projects().size());
    }

    private static void text(Document made, String column, @Nullable String value) {
        if (value != null) {
            made.add(new SortedDocValuesField(column, new BytesRef(RecordDocuments.cut(value))));
        }
    }

    private static void number(Document made, String column, long value) {
        made.add(new NumericDocValuesField(column, value));
    }

    private static String region(Region it) {
        return String.join(BETWEEN, it.code(), it.name(), it.fullName(), it.level().name(),
                it.parent() == null ? "" : it.parent());
    }

    static Region region(String column) {
        var parts = column.split(BETWEEN, -1);
        return new Region(parts[0], parts[1], parts[2], Region.Level.valueOf(parts[3]), parts[4].isEmpty() ? null : parts[4]);
    }

    /// What a column of shapes holds.
    record Shape(Kind kind, Role role, Comparator comparator, String unit, @Nullable Period period) {

        static Shape of(String column) {
            var parts = column.split(BETWEEN, -1);
            return new Shape(Kind.valueOf(parts[0]), Role.valueOf(parts[1]), Comparator.valueOf(parts[2]), parts[3],
                    parts[4].isEmpty() ? null : Period.parse(parts[4]));
        }

        Quantity quantity(BigDecimal value, @Nullable BigDecimal low, @Nullable BigDecimal high) {
            boolean exact = low == null && high == null;
            return new Quantity(kind, comparator, value, unit, exact ? Interval.exactly(value) : new Interval(low, high));
        }
    }

    private static boolean fits(@Nullable BigDecimal number) {
        return number == null || number.scale() >= LEAST_SCALE && number.scale() < -LEAST_SCALE
                && number.unscaledValue().bitLength() < Long.SIZE - SCALE_BITS;
    }

    private static long packed(BigDecimal number) {
        return number.unscaledValue().longValue() << SCALE_BITS | number.scale() - LEAST_SCALE;
    }

    static BigDecimal number(long packed) {
        int scale = (int) (packed & (1 << SCALE_BITS) - 1) + LEAST_SCALE;
        return new BigDecimal(BigInteger.valueOf(packed >> SCALE_BITS), scale);
    }

    static Evidence.Place place(long packed) {
        return new Evidence.Place((int) (packed >> 2 * PLACE_BITS), (int) (packed >> PLACE_BITS & MOST - 1),
                (int) (packed & MOST - 1), null);
    }
}
