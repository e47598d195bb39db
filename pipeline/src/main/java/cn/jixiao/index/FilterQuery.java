package cn.jixiao.index;

import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/// An [ObservationFilter] as a Lucene query.
final class FilterQuery {

    private FilterQuery() {
    }

    static Query of(ObservationFilter filter) {
        var all = new BooleanQuery.Builder().add(LuceneRecords.record(Fields.OBSERVATION), Occur.FILTER);
        if (!filter.docIds().isEmpty()) {
            all.add(anyOf(Fields.DOC_ID, filter.docIds()), Occur.FILTER);
        }
        if (!filter.indicators().isEmpty()) {
            all.add(anyOf("indicator", filter.indicators()), Occur.FILTER);
        }
        if (filter.fromYear() != null || filter.toYear() != null) {
            all.add(years(filter.fromYear() == null ? Integer.MIN_VALUE : filter.fromYear(),
                    filter.toYear() == null ? Integer.MAX_VALUE : filter.toYear()), Occur.FILTER);
        }
        if (filter.role() != null) {
            all.add(new TermQuery(new Term("role", filter.role().key())), Occur.FILTER);
        }
        if (filter.whole()) {
            all.add(new TermQuery(new Term(Fields.WHOLE, "true")), Occur.FILTER);
        }
        if (!filter.regions().isEmpty()) {
            all.add(anyOf("region_code", filter.regions()), Occur.FILTER);
        }
        if (filter.agency() != null) {
            all.add(Names.containing("agency", filter.agency()), Occur.FILTER);
        }
        if (filter.project() != null) {
            all.add(Names.containing("project", filter.project()), Occur.FILTER);
        }
        return all.build();
    }

    /// By the tree of points or, where few records are left to ask, by their columns: of ten million observations, the tree
    /// alone would gather most.
    static Query years(int from, int to) {
        return new IndexOrDocValuesQuery(IntPoint.newRangeQuery("year", from, to),
                NumericDocValuesField.newSlowRangeQuery("year", from, to));
    }

    private static Query anyOf(String field, List<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
