package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that is full after any number of bytes: the import says so, readers see the last commit, and once there is room
/// the next import ends as if nothing had been.
class FullDiskTest {

    private static final int BEFORE = 3;
    private static final int ALL = 12;
    private static final int DISKS = 16;

    @TempDir
    private Path folder;

    /// Takes so many bytes and no more.
    private static final class Disk extends FilterDirectory {

        private long room;

        Disk(Path index, long room) throws IOException {
            super(FSDirectory.open(index));
            this.room = room;
        }

        private void take(long bytes) throws IOException {
            room -= bytes;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public IndexOutput createOutput(String name, IOContext context) throws IOException {
            return taking(super.createOutput(name, context));
        }

        @Override
        public IndexOutput createTempOutput(String prefix, String suffix, IOContext context) throws IOException {
            return taking(super.createTempOutput(prefix, suffix, context));
        }

        private IndexOutput taking(IndexOutput file) {
            return new FilterIndexOutput("limited " + file.getName(), file.getName(), file) {
                @Override
                public void writeByte(byte one) throws IOException {
                    take(1);
                    super.writeByte(one);
                }

                @Override
                public void writeBytes(byte[] bytes, int offset, int length) throws IOException {
                    take(length);
                    super.writeBytes(bytes, offset, length);
                }
            };
        }
    }

    private static Reports report(int number) {
        return Reports.at("r%02d.txt".formatted(number)).of(Reports.county(1, "青石县"), "青石县司法局", 2010 + number).projects("法律援助")
                .told("全年办理案件" + number + "件。", "legal_aid.cases", "" + number, "件", number + "件");
    }

    private static void put(WorkspaceWriter writer, int from, int to) {
        for (int i = from; i < to; i++) {
            writer.put(report(i).extraction(), report(i).entry());
            if (i % 4 == 0) {
                writer.commit();
            }
        }
        writer.link();
        writer.commit();
    }

    private static List<String> sources(Workspace workspace) {
        try (var records = workspace.read(); var all = records.documents()) {
            return all.map(Report::source).toList();
        }
    }

    @Test
    void aDiskThatFillsUpCostsWhatCameAfterTheLastCommit() throws IOException {
        var random = new Random(Seed.next());
        var expected = IntStream.range(0, ALL).mapToObj("r%02d.txt"::formatted).toList();
        int full = 0;
        for (int i = 0; i < DISKS; i++) {
            var workspace = new Workspace(folder.resolve("w" + i), Lexicon.NONE);
            try (var writer = workspace.write()) {
                put(writer, 0, BEFORE);
            }
            // The first has too little for one report, the last enough for all.
            long room = i == 0 ? 1000 : i == DISKS - 1 ? Long.MAX_VALUE : random.nextInt(400_000);
            try (var writer = new WorkspaceWriter(workspace, new Disk(workspace.folder().resolve("index"), room), 16)) {
                put(writer, BEFORE, ALL);
            } catch (WorkspaceException e) {
                assertEquals(WorkspaceException.Reason.FULL, e.reason(), "room for " + room + " bytes: " + e.getCause());
                full++;
            }
            var seen = sources(workspace);
            assertTrue(seen.size() >= BEFORE && expected.subList(0, seen.size()).equals(seen), room + " bytes: " + seen);
            try (var writer = workspace.write()) {
                put(writer, 0, ALL);
            }
            assertEquals(expected, sources(workspace), "room for " + room + " bytes");
        }
        assertTrue(full >= 1 && full < DISKS, full + " of " + DISKS + " disks were full");
    }
}
