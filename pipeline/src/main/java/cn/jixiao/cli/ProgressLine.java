package cn.jixiao.cli;

import cn.jixiao.ingest.Account;
import cn.jixiao.ingest.Progress;

/// Tells how far an import is: one line that is written over on a terminal, a line for every hundredth part elsewhere.
final class ProgressLine implements Progress {

    private final Console console;
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
    public void done(Account.Entry entry) {
        done++;
        if (entry.outcome() == Account.Outcome.FAILED) {
            failed++;
        }
        int step = console.terminal() ? 1 : Math.max(100, total / 20);
        if (done - told >= step || done == total) {
            told = done;
            tell(entry);
        }
    }

    private void tell(Account.Entry entry) {
        if (console.terminal()) {
            console.err().print("\r\u001B[K" + console.text("progress.done", done, total, failed) + " " + entry.path()
                    + (done == total ? "\r\u001B[K" : ""));
            console.err().flush();
        } else if (total > 100) {
            console.tell("progress.done", done, total, failed);
        }
    }
}
