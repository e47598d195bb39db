package cn.jixiao.index;

import cn.jixiao.observation.Role;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// An [ObservationFilter] asked of series: indicators, reports and areas by the index, all else of what was read.
final class Wanted {

    private final ObservationFilter filter;
    private final @Nullable String agency;
    private final @Nullable String project;

    Wanted(ObservationFilter filter) {
        this.filter = filter;
        this.agency = filter.agency() == null ? null : Folding.key(filter.agency());
        this.project = filter.project() == null ? null : Folding.key(filter.project());
    }

    Query query() {
        var all = new BooleanQuery.Builder().add(anyOf(Fields.SERIES, filter.indicators()), Occur.FILTER);
        if (!filter.docIds().isEmpty()) {
            all.add(anyOf(Fields.DOC_ID, filter.docIds()), Occur.FILTER);
        }
        if (!filter.regions().isEmpty()) {
            all.add(anyOf(Fields.SERIES_AREA, filter.regions()), Occur.FILTER);
        }
        return all.build();
    }

    private static Query anyOf(String field, List<String> values) {
        return values.size() == 1 ? new TermQuery(new Term(field, values.getFirst()))
                : new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }

    boolean year(@Nullable Integer year) {
        if (filter.fromYear() == null && filter.toYear() == null) {
            return true;
        }
        return year != null && (filter.fromYear() == null || year >= filter.fromYear())
                && (filter.toYear() == null || year <= filter.toYear());
    }

    boolean agency(@Nullable String its) {
        return agency == null || contains(its, agency);
    }

    boolean figure(Role role, @Nullable String itsProject, @Nullable String breakdown) {
        return (filter.role() == null || filter.role() == role) && (!filter.whole() || breakdown == null)
                && (project == null || contains(itsProject, project));
    }

    /// As the index would find it: any part of a name, over gaps and widths.
    private static boolean contains(@Nullable String name, String part) {
        return name != null && !part.isEmpty() && Folding.key(name).contains(part);
    }
}
