package cn.jixiao.index;

import cn.jixiao.observation.Region;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Reads the figures that a comparison asks for from the [Series] of their indicators on servers.
final class ServerSeries {

    private static final int PAGE = 5_000;
    private static final List<String> COLUMNS = List.of(Columns.DOC, Columns.REGION, Columns.AGENCY, Columns.YEAR, Columns.FIGURES, ServerDocuments.PLACE);

    private final ServerRecords records;
    private final Wanted wanted;
    private final Map<String, Region> regions = new HashMap<>();
    private final Series.Reader unpacking = new Series.Reader();
    private final List<Figure> figures = new ArrayList<>();
    /// Those of the report that is being read, for they have to be put in order.
    private final List<Placed> report = new ArrayList<>();
    private String reading = "";

    ServerSeries(ServerRecords records, Wanted wanted) {
        this.records = records;
        this.wanted = wanted;
    }

    private record Placed(int place, Figure figure) {
    }

    /// By source, then by place in the report.
    List<Figure> figures() {
        records.inOrder(wanted.query(), COLUMNS, PAGE).forEach(each -> series(each.path("_source")));
        finish();
        return figures;
    }

    private void series(JsonNode its) {
        var docId = its.path(Columns.DOC).textValue();
        if (!docId.equals(reading)) {
            finish();
            reading = docId;
        }
        var year = its.has(Columns.YEAR) ? Integer.valueOf(its.path(Columns.YEAR).intValue()) : null;
        var agency = its.path(Columns.AGENCY).textValue();
        if (wanted.year(year) && wanted.agency(agency)) {
            read(its, docId, year, agency);
        }
    }

    private void read(JsonNode its, String docId, @Nullable Integer year, @Nullable String agency) {
        var told = its.path(Columns.REGION).textValue();
        var region = told == null ? null : regions.computeIfAbsent(told, Columns::region);
        int place = its.path(ServerDocuments.PLACE).intValue();
        try {
            unpacking.read(new BytesRef(its.path(Columns.FIGURES).binaryValue()), (back, indicator, label, project, breakdown, role, period,
                    quantity, confidence, cell) -> {
                if (wanted.figure(role, project, breakdown)) {
                    int at = place - back;
                    report.add(new Placed(at, new Figure(docId, region, agency, year, period, project, indicator, label, breakdown, role,
                            quantity, confidence, cell, () -> records.observation(docId, at))));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("a series that cannot be read", e);
        }
    }

    private void finish() {
        report.sort(Comparator.comparingInt(Placed::place));
        report.forEach(each -> figures.add(each.figure()));
        report.clear();
    }
}
