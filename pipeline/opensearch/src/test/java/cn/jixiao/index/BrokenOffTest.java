package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.Corpus;
import cn.jixiao.observation.Extraction;
import cn.jixiao.opensearch.Clusters;
import cn.jixiao.opensearch.Connections;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Imports that were broken off, begun again, or made of other reports the next time.
class BrokenOffTest {

    private static final List<Extraction> REPORTS = Corpus.EXTRACTIONS.subList(0, 12);

    private static ServerIndex index(String name) throws IOException {
        return new ServerIndex(new Connections(), Clusters.shared().address(name), Lexicon.NONE, Overlay.NONE);
    }

    private static SourceEntry entry(Extraction it, String path) {
        return new SourceEntry(path, it.document().id(), 1, 1, "test", SourceEntry.State.REPORT);
    }

    private static List<String> sources(ServerIndex index) {
        try (var records = index.read(); var all = records.documents()) {
            return all.map(Report::source).toList();
        }
    }

    @Test
    void whatAKilledWriterLeftIsTakenOutByTheNext() throws IOException {
        var index = index("remains");
        try (var server = new Connections().connect(Clusters.shared().address("remains")); var killed = index.write()) {
            killed.put(REPORTS.getFirst(), entry(REPORTS.getFirst(), "kept.txt"));
            killed.commit();
            // Records of a report reach the servers, its path does not.
            var block = ServerDocuments.block(RecordDocuments.of(REPORTS.get(1), REPORTS.get(1), Lexicon.NONE));
            killed.put(REPORTS.get(2), entry(REPORTS.get(2), "lost.txt"));
            var id = REPORTS.get(1).document().id();
            for (int place = 0; place < block.size(); place++) {
                server.change(ServerDocuments.id(id, place), id, block.get(place));
            }
            server.settle();
        }
        try (var next = index.write()) {
            next.link();
            next.commit();
        }
        assertEquals(List.of("kept.txt"), sources(index));
        try (var records = index.read(); var all = records.observations(ObservationFilter.ALL)) {
            assertEquals(REPORTS.getFirst().observations().size(), all.count());
        }
    }

    @Test
    void aPathThatChangesHandsTakesItsReportAlong() throws IOException {
        var index = index("hands");
        var first = REPORTS.get(3);
        var second = REPORTS.get(4);
        try (var writer = index.write()) {
            writer.put(first, entry(first, "a.txt"));
            writer.also(entry(first, "b.txt"));
            writer.commit();
            writer.put(second, entry(second, "a.txt"));
            writer.link();
            writer.commit();
        }
        assertEquals(List.of("a.txt", "b.txt"), sources(index));
        try (var records = index.read()) {
            assertEquals(second.document().id(), records.find("a.txt").getFirst().docId());
            assertEquals("b.txt", records.extraction(first.document().id()).orElseThrow().document().source());
        }
        try (var writer = index.write()) {
            writer.put(second, entry(second, "b.txt"));
            writer.link();
            writer.commit();
        }
        assertEquals(List.of("a.txt"), sources(index));
    }

    /// Somebody who takes all findings of one report for settled.
    private record Settled(String docId) implements Overlay, Overlay.Layer {

        @Override
        public Layer now() {
            return this;
        }

        @Override
        public String state() {
            return "settled " + docId;
        }

        @Override
        public boolean follows(String state) {
            return state.isEmpty();
        }

        @Override
        public Set<String> since(String state) {
            return Set.of(docId);
        }

        @Override
        public Extraction over(Extraction read) {
            return read.document().id().equals(docId) ? new Extraction(read.document(), read.outline(), read.mentions(),
                    read.observations(), List.of()) : read;
        }
    }

    @Test
    void whatPersonsLaidOverAReportGoesInLaterToo() throws IOException {
        var report = Corpus.EXTRACTIONS.stream().filter(each -> !each.findings().isEmpty()).findFirst().orElseThrow();
        var id = report.document().id();
        var bare = index("laid");
        try (var writer = bare.write()) {
            writer.put(report, entry(report, report.document().source()));
            writer.link();
            writer.commit();
        }
        var laid = new ServerIndex(new Connections(), Clusters.shared().address("laid"), Lexicon.NONE, new Settled(id));
        for (var index : List.of(laid, bare)) {
            try (var writer = index.write()) {
                writer.commit();
            }
            try (var records = index.read()) {
                assertEquals(List.of(), records.extraction(id).orElseThrow().findings());
                assertEquals(report.findings(), records.asRead(id).orElseThrow().findings());
                assertEquals(report.observations(), records.extraction(id).orElseThrow().observations());
            }
        }
    }
}
