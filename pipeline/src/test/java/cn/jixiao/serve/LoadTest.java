package cn.jixiao.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Fifty visitors at once. A few pages each where all tests run; for as many seconds as `JIXIAO_LOAD_SECONDS` says
/// where somebody wants to know.
class LoadTest {

    private static final int VISITORS = 50;
    private static final int PAGES_EACH = 6;
    private static final List<String> PATHS = List.of("/", "/search?q=%E6%B3%95%E5%BE%8B%E6%8F%B4%E5%8A%A9", "/search?in=observations&year=2023",
            "/compare?indicator=legal_aid.cases&stats=1", "/compare?indicator=fund.spent&show=line", "/api/status",
            "/api/observations?limit=20", "/api/compare?indicator=legal_aid.cases", "/compare/export?format=csv&indicator=fund.spent",
            "/search?in=findings", "/import", "/search?q=%28");

    @Test
    void fiftyVisitorsAtOnceAreAllAnswered() throws Exception {
        var seconds = Integer.parseInt(Objects.requireNonNullElse(System.getenv("JIXIAO_LOAD_SECONDS"), "0"));
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var random = new Random(Seed.next());
        var seeds = IntStream.range(0, VISITORS).mapToObj(i -> random.nextLong()).toList();
        int bugs = Pages.CORPUS.bugs().size();
        try (var visitors = Executors.newFixedThreadPool(VISITORS)) {
            var visits = seeds.stream().map(seed -> visitors.submit(visitor(new Random(seed), end))).toList();
            int answered = 0;
            for (var visit : visits) {
                answered += visit.get();
            }
            assertTrue(answered >= VISITORS * PAGES_EACH);
            System.out.println("LoadTest: " + answered + " answers to " + VISITORS + " visitors, none a failure");
        }
        assertEquals(bugs, Pages.CORPUS.bugs().size());
    }

    private static Callable<Integer> visitor(Random random, long end) {
        return () -> {
            int answered = 0;
            while (answered < PAGES_EACH || System.nanoTime() < end) {
                var path = PATHS.get(random.nextInt(PATHS.size()));
                var answer = Pages.CORPUS.get(path);
                assertEquals(path.endsWith("%28") ? 400 : 200, answer.statusCode(), path);
                assertTrue(answer.body().length() > 50, path);
                answered++;
            }
            return answered;
        };
    }
}
