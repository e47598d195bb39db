package cn.jixiao.index;

import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Region;
import java.io.IOException;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/// Reads the lines of reports, and what series share, from the columns of one segment, in ascending order of documents.
final class ColumnReader {

    private final Meanings.Column<String> doc;
    private final Meanings.Column<Region> region;
    private final Meanings.Column<String> agency;
    private final LeafReaderContext leaf;
    private final Meanings meanings;

    ColumnReader(LeafReaderContext leaf, Meanings meanings) throws IOException {
        this.leaf = leaf;
        this.meanings = meanings;
        doc = meanings.column(leaf, Columns.DOC, Function.identity());
        region = meanings.column(leaf, Columns.REGION, Columns::region);
        agency = meanings.column(leaf, Columns.AGENCY, Function.identity());
    }

    String docId(int at) throws IOException {
        var found = doc.at(at);
        return found == null ? "" : found;
    }

    @Nullable Region region(int at) throws IOException {
        return region.at(at);
    }

    @Nullable String agency(int at) throws IOException {
        return agency.at(at);
    }

    /// Reads the columns that only reports have.
    Lines lines() throws IOException {
        return new Lines(DocValues.getNumeric(leaf.reader(), "year"), DocValues.getNumeric(leaf.reader(), Columns.PROJECTS));
    }

    /// Reports as comparisons see them.
    final class Lines {

        private final Meanings.Column<String> source;
        private final Meanings.Column<String> title;
        private final Meanings.Column<DocumentType> type;
        private final Meanings.Column<Period> period;
        private final NumericDocValues year;
        private final NumericDocValues projects;

        private Lines(NumericDocValues year, NumericDocValues projects) throws IOException {
            this.year = year;
            this.projects = projects;
            source = meanings.column(leaf, "source" + Fields.EXACT, Function.identity());
            title = meanings.column(leaf, Columns.TITLE, Function.identity());
            type = meanings.column(leaf, Columns.TYPE, DocumentType::valueOf);
            period = meanings.column(leaf, Columns.PERIOD, Period::parse);
        }

        ReportLine report(int at) throws IOException {
            var its = type.at(at);
            var path = source.at(at);
            return new ReportLine(docId(at), path == null ? "" : path, title.at(at), its == null ? DocumentType.OTHER : its,
                    region(at), agency(at), year.advanceExact(at) ? Integer.valueOf((int) year.longValue()) : null, period.at(at),
                    projects.advanceExact(at) ? (int) projects.longValue() : 0);
        }
    }
}
