package cn.jixiao.index;

import cn.jixiao.index.Columns.Shape;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import java.io.IOException;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.jspecify.annotations.Nullable;

/// Reads figures and lines of reports from the columns of one segment, in ascending order of documents. What many
/// documents share is made once.
final class ColumnReader {

    private final int base;
    private final Shared<String> doc;
    private final Shared<String> source;
    private final Shared<String> title;
    private final Shared<Region> region;
    private final Shared<String> agency;
    private final Shared<String> project;
    private final Shared<String> indicator;
    private final Shared<String> label;
    private final Shared<String> breakdown;
    private final Shared<Shape> shape;
    private final Shared<DocumentType> type;
    private final Shared<Period> period;
    private final NumericDocValues projects;
    private final NumericDocValues year;
    private final NumericDocValues confidence;
    private final NumericDocValues value;
    private final NumericDocValues low;
    private final NumericDocValues high;
    private final NumericDocValues place;
    private final IntFunction<Observation> whole;

    /// @param whole reads the record of a document of the index
    ColumnReader(LeafReaderContext leaf, IntFunction<Observation> whole) throws IOException {
        var reader = leaf.reader();
        this.base = leaf.docBase;
        this.whole = whole;
        doc = new Shared<>(reader, Columns.DOC, Function.identity());
        source = new Shared<>(reader, "source" + Fields.EXACT, Function.identity());
        title = new Shared<>(reader, Columns.TITLE, Function.identity());
        region = new Shared<>(reader, Columns.REGION, Columns::region);
        agency = new Shared<>(reader, Columns.AGENCY, Function.identity());
        project = new Shared<>(reader, Columns.PROJECT, Function.identity());
        indicator = new Shared<>(reader, Columns.INDICATOR, Function.identity());
        label = new Shared<>(reader, Columns.LABEL, Function.identity());
        breakdown = new Shared<>(reader, Columns.BREAKDOWN, Function.identity());
        shape = new Shared<>(reader, Columns.SHAPE, Shape::of);
        type = new Shared<>(reader, Columns.TYPE, DocumentType::valueOf);
        period = new Shared<>(reader, Columns.PERIOD, Period::parse);
        projects = DocValues.getNumeric(reader, Columns.PROJECTS);
        year = DocValues.getNumeric(reader, "year");
        confidence = DocValues.getNumeric(reader, "confidence");
        value = DocValues.getNumeric(reader, Columns.VALUE);
        low = DocValues.getNumeric(reader, Columns.LOW);
        high = DocValues.getNumeric(reader, Columns.HIGH);
        place = DocValues.getNumeric(reader, Columns.PLACE);
    }

    /// @param at a document of this segment, not before the last one asked for
    Figure figure(int at) throws IOException {
        int document = base + at;
        var loading = new Loading(document, whole);
        var its = shape.at(at);
        if (its == null) {
            throw new IOException("document " + document + " has no columns");
        }
        return new Figure(shared(doc, at), region.at(at), agency.at(at),
                year.advanceExact(at) ? Integer.valueOf((int) year.longValue()) : null, its.period(), project.at(at),
                indicator.at(at), shared(label, at), breakdown.at(at), its.role(), quantity(at, its, loading),
                confidence.advanceExact(at) ? Double.longBitsToDouble(confidence.longValue()) : 0,
                place.advanceExact(at) ? Columns.place(place.longValue()) : null, loading);
    }

    private Quantity quantity(int at, Shape its, Loading loading) throws IOException {
        if (!value.advanceExact(at)) {
            return loading.get().quantity();
        }
        return its.quantity(Columns.number(value.longValue()), low.advanceExact(at) ? Columns.number(low.longValue()) : null,
                high.advanceExact(at) ? Columns.number(high.longValue()) : null);
    }

    ReportLine report(int at) throws IOException {
        var its = type.at(at);
        return new ReportLine(shared(doc, at), shared(source, at), title.at(at), its == null ? DocumentType.OTHER : its,
                region.at(at), agency.at(at), year.advanceExact(at) ? Integer.valueOf((int) year.longValue()) : null,
                period.at(at), projects.advanceExact(at) ? (int) projects.longValue() : 0);
    }

    private static String shared(Shared<String> column, int at) throws IOException {
        var found = column.at(at);
        return found == null ? "" : found;
    }

    /// The record of a document, when somebody asks.
    private record Loading(int document, IntFunction<Observation> whole) implements Supplier<Observation> {
        @Override
        public Observation get() {
            return whole.apply(document);
        }
    }

    /// A column of words, each made into what it means once a segment.
    private static final class Shared<T> {

        private final SortedDocValues ordinals;
        private final Function<String, T> meaning;
        private final java.util.HashMap<Integer, T> made = new java.util.HashMap<>();
        private int last = -1;
        private @Nullable T its;

        Shared(LeafReader reader, String column, Function<String, T> meaning) throws IOException {
            this.ordinals = DocValues.getSorted(reader, column);
            this.meaning = meaning;
        }

        @Nullable T at(int document) throws IOException {
            if (!ordinals.advanceExact(document)) {
                return null;
            }
            int ordinal = ordinals.ordValue();
            if (ordinal != last) {
                its = made.get(ordinal);
                if (its == null) {
                    its = meaning.apply(ordinals.lookupOrd(ordinal).utf8ToString());
                    made.put(ordinal, its);
                }
                last = ordinal;
            }
            return its;
        }
    }
}
