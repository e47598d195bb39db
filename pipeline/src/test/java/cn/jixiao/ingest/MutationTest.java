package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.ingest.Account.Outcome;
import cn.jixiao.ingest.worker.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Real reports of every format with something wrong in them: each is text or a failure with its cause, whatever it is, and
/// the others do not notice.
///
/// `-Djixiao.mutations=2000` makes more of them, `-Djixiao.seed=N` the same ones again.
@Timeout(3600)
class MutationTest {

    private static final Limits TIGHT = new Limits(Duration.ofSeconds(30), 256, 500);

    @TempDir
    private Path folder;

    @Test
    void whateverIsWrongWithAFileEndsAsTextOrAsAFailureWithACause() throws IOException {
        long seed = Seed.next();
        int files = Integer.getInteger("jixiao.mutations", 62);
        System.out.println("MutationTest: -Djixiao.seed=" + seed + " -Djixiao.mutations=" + files);
        var stand = new Stand(folder);
        mutants(stand.files, files, new Random(seed));
        stand.html("zz-good.html", "最后一份");
        var account = stand.run(new Settings(2, TIGHT, false));
        assertEquals(files + 1 - account.archives() + account.members(), account.entries().size(), "entries");
        assertEquals(account.entries().size(), Arrays.stream(Outcome.values()).mapToInt(account::count).sum(), "counts");
        account.unread().forEach(each -> assertTrue(each.problem().isPresent(), each.path() + " failed without a cause"));
        assertEquals(Outcome.IMPORTED, account.entries().getLast().outcome());
        System.out.println("MutationTest: " + Arrays.stream(Outcome.values()).filter(each -> account.count(each) > 0)
                .map(each -> each + " " + account.count(each)).toList());
        stand.assertNothingLeft();
        var again = stand.run(new Settings(2, TIGHT, false));
        assertEquals(again.entries().size(), again.count(Outcome.UNCHANGED) + again.count(Outcome.STILL_FAILED), "nothing is read twice");
    }

    private static void mutants(Path to, int files, Random random) throws IOException {
        List<Path> reports;
        try (var all = Files.list(Stand.HOME.resolve("corpus/reports"))) {
            reports = all.sorted().toList();
        }
        for (int i = 0; i < files; i++) {
            var report = reports.get(i % reports.size());
            var other = Files.readAllBytes(reports.get(random.nextInt(reports.size())));
            var name = report.getFileName().toString();
            var bytes = Files.readAllBytes(report);
            boolean within = (name.endsWith(".docx") || name.endsWith(".xlsx")) && random.nextBoolean();
            Files.write(to.resolve(String.format("%04d-%s", i, name)), within ? repacked(bytes, other, random) : mutated(bytes, other, random));
        }
    }

    /// Something wrong within one part of an Office file, which is packed as it should be.
    private static byte[] repacked(byte[] office, byte[] other, Random random) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(office)); var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var part = in.readAllBytes();
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(random.nextInt(3) == 0 ? mutated(part, other, random) : part);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] mutated(byte[] whole, byte[] other, Random random) {
        var bytes = whole.clone();
        if (bytes.length < 2) {
            return other;
        }
        switch (random.nextInt(6)) {
            case 0 -> flip(bytes, 1 + random.nextInt(4), random);
            case 1 -> flip(bytes, 1 + bytes.length / 100, random);
            case 2 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 3 -> swap(bytes, random);
            case 4 -> {
                // A piece of another report, as a disk that was filled twice gives it.
                int length = Math.min(other.length, bytes.length) / 4;
                System.arraycopy(other, 0, bytes, random.nextInt(bytes.length - length), length);
            }
            default -> {
                int start = random.nextInt(bytes.length);
                Arrays.fill(bytes, start, Math.min(bytes.length, start + 512), (byte) (random.nextBoolean() ? 0 : 0xFF));
            }
        }
        return bytes;
    }

    private static void flip(byte[] bytes, int times, Random random) {
        for (int i = 0; i < times; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /// Two stretches of one length change places.
    private static void swap(byte[] bytes, Random random) {
        int length = 1 + random.nextInt(Math.max(1, bytes.length / 3));
        int one = random.nextInt(bytes.length - length + 1);
        int two = random.nextInt(bytes.length - length + 1);
        var held = Arrays.copyOfRange(bytes, one, one + length);
        System.arraycopy(bytes, two, bytes, one, length);
        System.arraycopy(held, 0, bytes, two, length);
    }
}
