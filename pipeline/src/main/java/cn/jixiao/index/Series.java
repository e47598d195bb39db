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
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// All that one report tells of one indicator, for one area, agency and year: what comparisons read.
///
/// A comparison of all counties over ten years needs some forty thousand of these, where it would need a hundred thousand
/// observations of a dozen columns each. A series is a document of the index behind the observations of its report, found
/// by its indicator alone; area, agency and year are columns, the figures are packed into one more. Numbers are exact.
///
/// @param figures each with its place among the documents of the report
record Series(Key key, List<Placed> figures) {

    /// What the figures have in common.
    record Key(String indicator, @Nullable Region region, @Nullable String agency, @Nullable Integer year) {
    }

    /// An observation, and where its document stands among those of the report.
    record Placed(Observation observation, int place) {
    }

    private static final int PROJECT = 1;
    private static final int BREAKDOWN = 2;
    private static final int PERIOD = 4;
    private static final int LOW = 8;
    private static final int HIGH = 16;
    private static final int EXACT = 32;
    private static final int CELL = 64;

    private static final Kind[] KINDS = Kind.values();
    private static final Role[] ROLES = Role.values();
    private static final Comparator[] COMPARATORS = Comparator.values();

    /// The series of a report, in the order in which it begins to tell them.
    ///
    /// @param places of the observations' documents
    static List<Series> of(List<Observation> observations, int[] places) {
        var made = new LinkedHashMap<Key, List<Placed>>();
        for (int i = 0; i < observations.size(); i++) {
            var it = observations.get(i);
            if (it.indicator() != null) {
                made.computeIfAbsent(new Key(it.indicator(), it.region(), it.agency(), it.year()), key -> new ArrayList<>())
                        .add(new Placed(it, places[i]));
            }
        }
        return made.entrySet().stream().map(each -> new Series(each.getKey(), each.getValue())).toList();
    }

    /// @param place of the series' own document among those of the report
    BytesRef packed(int place) {
        var out = new ByteBuffersDataOutput();
        try {
            out.writeString(key.indicator());
            out.writeVInt(figures.size());
            for (var each : figures) {
                out.writeVInt(place - each.place());
                write(each.observation(), out);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("memory cannot fail", e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    private static void write(Observation it, DataOutput out) throws IOException {
        var quantity = it.quantity();
        var interval = quantity.interval();
        var cell = it.evidence().table();
        boolean exact = quantity.value().equals(interval.low()) && quantity.value().equals(interval.high());
        out.writeByte((byte) ((it.project() == null ? 0 : PROJECT) | (it.breakdown() == null ? 0 : BREAKDOWN)
                | (it.period() == null ? 0 : PERIOD) | (exact || interval.low() == null ? 0 : LOW)
                | (exact || interval.high() == null ? 0 : HIGH) | (exact ? EXACT : 0) | (cell == null ? 0 : CELL)));
        out.writeByte((byte) quantity.kind().ordinal());
        out.writeByte((byte) it.role().ordinal());
        out.writeByte((byte) quantity.comparator().ordinal());
        out.writeString(it.label());
        out.writeString(quantity.unit());
        if (it.project() != null) {
            out.writeString(it.project());
        }
        if (it.breakdown() != null) {
            out.writeString(it.breakdown());
        }
        if (it.period() != null) {
            out.writeString(it.period().toString());
        }
        number(quantity.value(), out);
        if (!exact && interval.low() != null) {
            number(interval.low(), out);
        }
        if (!exact && interval.high() != null) {
            number(interval.high(), out);
        }
        out.writeLong(Double.doubleToLongBits(it.confidence()));
        if (cell != null) {
            out.writeVInt(cell.table());
            out.writeVInt(cell.row());
            out.writeVInt(cell.column());
        }
    }

    /// The scale, then the digits: as a number where they fit one, else as bytes.
    private static void number(BigDecimal number, DataOutput out) throws IOException {
        var digits = number.unscaledValue();
        boolean small = digits.bitLength() < Long.SIZE;
        out.writeZInt(number.scale());
        out.writeByte((byte) (small ? 1 : 0));
        if (small) {
            out.writeZLong(digits.longValue());
        } else {
            var bytes = digits.toByteArray();
            out.writeVInt(bytes.length);
            out.writeBytes(bytes, bytes.length);
        }
    }

    /// What is done with each figure of a series.
    interface Reading {
        /// @param back how many documents before the series' own the observation stands
        void figure(int back, String indicator, String label, @Nullable String project, @Nullable String breakdown, Role role,
                @Nullable Period period, Quantity quantity, double confidence, Evidence.@Nullable Place place);
    }

    /// Unpacks figures one by one; what repeats is one object.
    static final class Reader {

        private final Map<BytesRef, String> words = new java.util.HashMap<>();
        private final Map<String, Period> periods = new java.util.HashMap<>();
        private final ByteArrayDataInput in = new ByteArrayDataInput();
        private final BytesRef word = new BytesRef();

        void read(BytesRef packed, Reading reading) throws IOException {
            in.reset(packed.bytes, packed.offset, packed.length);
            var indicator = word(packed.bytes);
            for (int rest = in.readVInt(); rest > 0; rest--) {
                figure(indicator, packed.bytes, reading);
            }
        }

        private void figure(String indicator, byte[] bytes, Reading reading) throws IOException {
            int back = in.readVInt();
            int has = in.readByte();
            var kind = KINDS[in.readByte()];
            var role = ROLES[in.readByte()];
            var comparator = COMPARATORS[in.readByte()];
            var label = word(bytes);
            var unit = word(bytes);
            var project = (has & PROJECT) == 0 ? null : word(bytes);
            var breakdown = (has & BREAKDOWN) == 0 ? null : word(bytes);
            var period = (has & PERIOD) == 0 ? null : periods.computeIfAbsent(word(bytes), Period::parse);
            var value = number(in);
            var interval = (has & EXACT) != 0 ? Interval.exactly(value)
                    : new Interval((has & LOW) == 0 ? null : number(in), (has & HIGH) == 0 ? null : number(in));
            double confidence = Double.longBitsToDouble(in.readLong());
            var cell = (has & CELL) == 0 ? null : new Evidence.Place(in.readVInt(), in.readVInt(), in.readVInt(), null);
            reading.figure(back, indicator, label, project, breakdown, role, period,
                    new Quantity(kind, comparator, value, unit, interval), confidence, cell);
        }

        private String word(byte[] bytes) throws IOException {
            word.bytes = bytes;
            word.length = in.readVInt();
            word.offset = in.getPosition();
            in.skipBytes(word.length);
            var known = words.get(word);
            if (known == null) {
                known = word.utf8ToString();
                words.put(BytesRef.deepCopyOf(word), known);
            }
            return known;
        }

        private static BigDecimal number(DataInput in) throws IOException {
            int scale = in.readZInt();
            if (in.readByte() == 1) {
                return BigDecimal.valueOf(in.readZLong(), scale);
            }
            var digits = new byte[in.readVInt()];
            in.readBytes(digits, 0, digits.length);
            return new BigDecimal(new BigInteger(digits), scale);
        }
    }
}
