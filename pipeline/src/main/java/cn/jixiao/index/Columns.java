package cn.jixiao.index;

import cn.jixiao.observation.Region;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// The columns of reports and of the series of their figures.
final class Columns {

    static final String DOC = "c_doc";
    static final String TITLE = "c_title";
    static final String REGION = "c_region";
    static final String AGENCY = "c_agency";
    static final String TYPE = "c_type";
    static final String PERIOD = "c_period";
    static final String PROJECTS = "c_projects";
    static final String YEAR = "c_year";
    /// The figures of a series, see [Series].
    static final String FIGURES = "c_figures";

    private static final String BETWEEN = "\u001F";

    private Columns() {
    }

    /// The columns of a series, packed for its place among the documents of its report.
    static void of(Series series, String docId, int place, Document made) {
        var key = series.key();
        text(made, DOC, docId);
        text(made, REGION, key.region() == null ? null : region(key.region()));
        text(made, AGENCY, key.agency());
        if (key.year() != null) {
            number(made, YEAR, key.year());
        }
        made.add(new BinaryDocValuesField(FIGURES, series.packed(place)));
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
}
