package cn.jixiao.cli;

import cn.jixiao.ingest.Account;
import cn.jixiao.ingest.Progress;
import java.time.Duration;
import java.util.Locale;

/// Tells how far an import is: one line that is written over on a terminal, a line now and then elsewhere.
final class ProgressLine implements Progress {

    private static final long REDRAW_NANOS = 100_000_000;

    /// Fewer files than this are done before a line would be read.
    private static final int WORTH_TELLING = 100;
    private static final int LINES_IN_A_LOG = 20;

    private final Console console;
    private final long start = System.nanoTime();
    private long drawn;
    private int total;
    private int done;
    private int failed;
    private int told;

    ProgressLine(Console console) {
        this.console = console;
    }

    @Override
    public void found(int files) {
        total = files;
        console.tell("progress.found", files);
    }

    @Override
    public void more(int files) {
        total += files;
    }

    @Override
    public void done(Account.Entry entry) {
        done++;
        if (entry.unread()) {
            failed++;
        }
        if (console.terminal()) {
            draw(entry);
        } else if (total > WORTH_TELLING && done - told >= Math.max(WORTH_TELLING, total / LINES_IN_A_LOG)) {
            told = done;
            console.tell("progress.done", done, total, failed, rate(), remaining());
        }
    }

    private void draw(Account.Entry entry) {
        long now = System.nanoTime();
        if (done == total) {
            console.err().print("\r\u001B[K");
        } else if (now - drawn > REDRAW_NANOS) {
            drawn = now;
            console.err().print("\r\u001B[K" + bar() + ' '
                    + console.text("progress.done", done, total, failed, rate(), remaining()) + ' '
                    + Printable.of(entry.path()));
        }
        console.err().flush();
    }

    private String bar() {
        int filled = total == 0 ? 0 : (int) (20L * done / total);
        return "█".repeat(filled) + "░".repeat(20 - filled);
    }

    private double seconds() {
        return Math.max(1e-9, (System.nanoTime() - start) / 1e9);
    }

    private String rate() {
        return String.format(Locale.ROOT, "%.1f", done / seconds());
    }

    private String remaining() {
        var left = Duration.ofSeconds(Math.round((total - done) * seconds() / done));
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }
}
