package cn.jixiao.serve.report;

import cn.jixiao.document.Source;
import cn.jixiao.read.pdf.PagePicture;
import cn.jixiao.serve.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Pages of PDFs as pictures, drawn when they are looked at and kept a while. However many ask, few are drawn at once; a
/// page that takes too long is refused, and the report's text is shown in its stead.
final class PageImages {

    private static final int DPI = 132;
    private static final long MOST_PIXELS = 6_000_000;
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 24;
    private static final int SECONDS = 20;
    private static final long MOST_BYTES = 96L << 20;

    private record Key(String docId, int page) {
    }

    private final ExecutorService drawing = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "page-pictures");
        thread.setDaemon(true);
        return thread;
    });
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private final Map<Key, byte[]> kept = new LinkedHashMap<>(64, 0.75f, true);
    private long bytes;

    /// @throws Refusal if it cannot be drawn, takes too long, or too many wait
    byte[] png(String docId, Source source, int page) {
        var key = new Key(docId, page);
        var known = known(key);
        if (known != null) {
            return known;
        }
        if (!waiting.tryAcquire()) {
            throw new Refusal(503, "report.picture.busy");
        }
        try {
            var made = drawing.submit(() -> PagePicture.png(source, page, DPI, MOST_PIXELS)).get(SECONDS, TimeUnit.SECONDS);
            keep(key, made);
            return made;
        } catch (TimeoutException e) {
            throw new Refusal(503, "report.picture.busy");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException || e.getCause() instanceof OutOfMemoryError) {
                throw new Refusal(404, "report.picture.none");
            }
            throw new IllegalStateException("page " + page + " of " + docId, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(503, "report.picture.busy");
        } finally {
            waiting.release();
        }
    }

    private synchronized byte @Nullable [] known(Key key) {
        return kept.get(key);
    }

    private synchronized void keep(Key key, byte[] made) {
        var before = kept.put(key, made);
        bytes += made.length - (before == null ? 0 : before.length);
        var oldest = kept.entrySet().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().getValue().length;
            oldest.remove();
        }
    }
}
