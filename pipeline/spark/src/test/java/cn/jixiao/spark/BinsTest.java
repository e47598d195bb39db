package cn.jixiao.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BinsTest {

    private static final long SEED = Long.getLong("jixiao.seed", 42);

    private static List<FileRef> files(Random random, int count) {
        var files = new ArrayList<FileRef>();
        for (int i = 0; i < count; i++) {
            // A few are a thousand times the others.
            long size = (long) Math.exp(random.nextGaussian() * 1.5 + 11);
            files.add(new FileRef("f" + i + List.of(".pdf", ".docx", ".txt").get(i % 3), "f" + i, true, size, 0));
        }
        return files;
    }

    private static double millis(List<FileRef> bin) {
        return bin.stream().mapToDouble(FileCost::millis).sum();
    }

    @Test
    void everyFileIsInOneTaskWhateverTheOrderOfTheListing() {
        var files = files(new Random(SEED), 5_000);
        var bins = Bins.of(files, 16);
        var seen = new TreeSet<String>();
        bins.forEach(bin -> bin.forEach(file -> assertTrue(seen.add(file.path()), file.path())));
        assertEquals(files.size(), seen.size());
        Collections.shuffle(files, new Random(SEED));
        assertEquals(bins, Bins.of(files, 16));
    }

    @Test
    void dearTasksComeFirstAndSharedOnesAreAlike() {
        var bins = Bins.of(files(new Random(SEED), 5_000), 16);
        for (int i = 1; i < bins.size(); i++) {
            assertTrue(millis(bins.get(i - 1)) >= millis(bins.get(i)), "task " + i);
        }
        var shared = bins.stream().filter(bin -> bin.size() > 1).mapToDouble(BinsTest::millis).summaryStatistics();
        assertTrue(shared.getMax() < 1.2 * shared.getMin() + 100, shared.toString());
    }

    @Test
    void aFileDearerThanATaskHasOneToItself() {
        var files = new ArrayList<>(files(new Random(SEED), 100));
        files.add(new FileRef("huge.pdf", "huge.pdf", true, 500_000_000, 0));
        assertEquals(List.of("huge.pdf"), Bins.of(files, 4).getFirst().stream().map(FileRef::path).toList());
    }

    @Test
    void idsAreKnownByTheirDigits() {
        var random = new Random(SEED);
        var ids = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            // Few first halves, so that several ids share one; high bits set and not.
            ids.add("%016x%016x".formatted(random.nextLong() & 0xF000_0000_0000_000FL, random.nextLong()));
        }
        var known = new KnownIds(ids.subList(0, 1_000));
        for (int i = 0; i < ids.size(); i++) {
            assertEquals(i < 1_000, known.test(ids.get(i)), ids.get(i) + " seed " + SEED);
        }
    }
}
