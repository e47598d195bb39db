package cn.jixiao.serve;

import cn.jixiao.index.Workspace;
import cn.jixiao.index.WorkspaceException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Brings the index up to what a person just said, so that search and comparison know of it. What they said is safe
/// before; so nobody is made to wait for long, and a large index settles behind their back.
public final class Settling {

    private static final int MILLISECONDS = 1_500;

    private final Workspace workspace;
    private final ExecutorService behind = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "settling");
        thread.setDaemon(true);
        return thread;
    });

    Settling(Workspace workspace) {
        this.workspace = workspace;
    }

    /// Begins, and waits a moment for the end.
    public void now() {
        var done = behind.submit(() -> workspace.read().close());
        try {
            done.get(MILLISECONDS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // It goes on; a report itself shows what was said at once.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof WorkspaceException)) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
