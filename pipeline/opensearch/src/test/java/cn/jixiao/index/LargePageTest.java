package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.index.SearchQuery.Level;
import cn.jixiao.index.SearchQuery.Order;
import cn.jixiao.opensearch.Clusters;
import cn.jixiao.opensearch.Connections;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A page of more reports than servers are asked for at once.
class LargePageTest {

    private static final int REPORTS = 1_050;

    @Test
    void everyHitHasItsReport() throws IOException {
        var index = new ServerIndex(new Connections(), Clusters.shared().address("large"), Lexicon.NONE, Overlay.NONE);
        var paths = IntStream.range(0, REPORTS).mapToObj("%05d.txt"::formatted).toList();
        try (var writer = index.write()) {
            for (var path : paths) {
                var report = Reports.at(path).of(Reports.county(1, "青石县"), "青石县司法局", 2023).paragraph("办理案件，见" + path + "。");
                writer.put(report.extraction(), report.entry());
            }
            writer.commit();
        }
        try (var records = index.read()) {
            assertEquals(paths, records.search(SearchQuery.of("\"办理案件\"").at(Level.REPORTS).sorted(Order.SOURCE).page(0, 2 * REPORTS)).hits()
                    .stream().map(hit -> hit.report().source()).toList());
        }
    }
}
