package cn.jixiao.index;

import cn.jixiao.index.SourceOrder.Segments;
import cn.jixiao.observation.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;

/// Reads the figures that a comparison asks for from the [Series] of their indicators, and from nothing else.
final class SeriesSearch {

    /// Documents of the index from which on a question is worth a second thread.
    private static final int LARGE = 200_000;

    private final IndexReader reader;
    private final SourceOrder order;
    private final Meanings meanings;
    private final IntFunction<Observation> whole;

    /// @param whole reads the record of a document of the index
    SeriesSearch(IndexReader reader, SourceOrder order, Meanings meanings, IntFunction<Observation> whole) {
        this.reader = reader;
        this.order = order;
        this.meanings = meanings;
        this.whole = whole;
    }

    /// By source, then by place in the report.
    List<Figure> figures(ObservationFilter filter) throws IOException {
        var wanted = new Wanted(filter);
        var segments = order.segments(wanted.query());
        var leaves = reader.leaves();
        Stream<LeafReaderContext> stream = reader.maxDoc() < LARGE ? leaves.stream() : leaves.parallelStream();
        return sorted(stream.map(leaf -> reports(leaf, segments, wanted)).toList());
    }

    /// The figures of one report.
    ///
    /// @param source its place among all sources
    private record Told(long source, List<Placed> figures) {

        /// Most reports tell an indicator in one series, which is in order.
        private List<Placed> byPlace() {
            for (int i = 1; i < figures.size(); i++) {
                if (figures.get(i).document() < figures.get(i - 1).document()) {
                    figures.sort(Comparator.comparingInt(Placed::document));
                    return figures;
                }
            }
            return figures;
        }
    }

    private record Placed(int document, Figure figure) {
    }

    /// Reports are put in order, not figures: a report is one block of the index, and there are fewer of them.
    private static List<Figure> sorted(List<List<Told>> segments) {
        var reports = segments.stream().flatMap(List::stream).toList();
        var keys = new long[reports.size()];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            keys[i] = reports.get(i).source() << 32 | i;
            count += reports.get(i).figures().size();
        }
        Arrays.sort(keys);
        var figures = new ArrayList<Figure>(count);
        for (long key : keys) {
            reports.get((int) key).byPlace().forEach(each -> figures.add(each.figure()));
        }
        return figures;
    }

    private List<Told> reports(LeafReaderContext leaf, Segments segments, Wanted wanted) {
        try {
            var reading = new Reading(leaf, wanted);
            segments.visit(leaf, (its, at, key) -> reading.series(at, key >>> 32));
            return reading.reports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One segment being read.
    private final class Reading {

        private final Wanted wanted;
        private final int base;
        private final ColumnReader columns;
        private final NumericDocValues years;
        private final BinaryDocValues packed;
        private final Series.Reader unpacking = new Series.Reader();
        private final List<Told> reports = new ArrayList<>();

        Reading(LeafReaderContext leaf, Wanted wanted) throws IOException {
            this.wanted = wanted;
            this.base = leaf.docBase;
            this.columns = new ColumnReader(leaf, meanings);
            this.years = DocValues.getNumeric(leaf.reader(), Columns.YEAR);
            this.packed = DocValues.getBinary(leaf.reader(), Columns.FIGURES);
        }

        void series(int at, long source) throws IOException {
            // Boxed once for all figures of the series.
            var year = years.advanceExact(at) ? Integer.valueOf((int) years.longValue()) : null;
            if (!wanted.year(year) || !wanted.agency(columns.agency(at)) || !packed.advanceExact(at)) {
                return;
            }
            var docId = columns.docId(at);
            var region = columns.region(at);
            var agency = columns.agency(at);
            var figures = reports.isEmpty() || reports.getLast().source() != source ? begun(source) : reports.getLast().figures();
            unpacking.read(packed.binaryValue(), (back, indicator, label, project, breakdown, role, period, quantity, confidence, place) -> {
                if (wanted.figure(role, project, breakdown)) {
                    int document = base + at - back;
                    figures.add(new Placed(document, new Figure(docId, region, agency, year, period, project, indicator, label,
                            breakdown, role, quantity, confidence, place, new Loading(document, whole))));
                }
            });
        }

        private List<Placed> begun(long source) {
            var told = new Told(source, new ArrayList<>(4));
            reports.add(told);
            return told.figures();
        }
    }

    /// The record of a document, when somebody asks.
    private record Loading(int document, IntFunction<Observation> whole) implements Supplier<Observation> {
        @Override
        public Observation get() {
            return whole.apply(document);
        }
    }
}
