package cn.jixiao.serve.intake;

import cn.jixiao.dictionary.DictionaryException;
import cn.jixiao.index.WorkspaceException;
import cn.jixiao.ingest.Account;
import cn.jixiao.ingest.Importer;
import cn.jixiao.ingest.Progress;
import cn.jixiao.ingest.Settings;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Refusal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs imports, one at a time, and knows how far the present one is.
public final class Imports implements AutoCloseable {

    /// How far an import is.
    ///
    /// @param found files to be looked at
    /// @param unread of those done
    /// @param file the last one done
    /// @param account what became of every file, once it is over
    /// @param trouble why it could not go on: a key of the page's words, or null
    public record State(boolean running, boolean stopping, int found, int done, int unread, String file,
            @Nullable Account account, @Nullable String trouble) {

        static final State NONE = new State(false, false, 0, 0, 0, "", null, null);
    }

    private final Library library;
    private final Consumer<Exception> bugs;
    private volatile State state = State.NONE;
    private @Nullable Importer importer;
    private @Nullable Thread thread;

    /// @param bugs is told of what no visitor can mend
    public Imports(Library library, Consumer<Exception> bugs) {
        this.library = library;
        this.bugs = bugs;
    }

    public State state() {
        return state;
    }

    /// Begins an import of these files and folders.
    ///
    /// @throws Refusal if one is at work
    synchronized void start(List<String> paths) {
        if (state.running()) {
            throw new Refusal(409, "error.import.busy");
        }
        state = new State(true, false, 0, 0, 0, "", null, null);
        var begun = library.importer(Settings.of(Math.max(1, Runtime.getRuntime().availableProcessors() - 1)));
        importer = begun;
        thread = Thread.ofPlatform().name("import").start(() -> run(begun, paths));
    }

    private void run(Importer begun, List<String> paths) {
        try {
            var account = begun.run(paths, new Watching());
            end(account, null);
        } catch (WorkspaceException e) {
            end(null, "error.workspace." + e.reason());
        } catch (DictionaryException e) {
            bugs.accept(e);
            end(null, "error.dictionary");
        } catch (RuntimeException e) {
            bugs.accept(e);
            end(null, "error.import.failed");
        }
    }

    private synchronized void end(@Nullable Account account, @Nullable String trouble) {
        var last = state;
        state = new State(false, false, last.found(), last.done(), last.unread(), "", account, trouble);
        importer = null;
    }

    /// Asks the present import to end; what is done stays.
    synchronized void stop() {
        if (importer != null) {
            importer.stop();
            var now = state;
            state = new State(true, true, now.found(), now.done(), now.unread(), now.file(), null, null);
        }
    }

    /// Ends the present import and waits for its last commit.
    @Override
    public void close() {
        stop();
        var running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Each step makes a new state, for whoever asks.
    private final class Watching implements Progress {

        @Override
        public void found(int files) {
            step(files, 0, 0, "");
        }

        @Override
        public void more(int files) {
            step(files, 0, 0, state.file());
        }

        @Override
        public void done(Account.Entry entry) {
            step(0, 1, entry.unread() ? 1 : 0, entry.path().substring(entry.path().lastIndexOf('/') + 1));
        }

        private void step(int found, int done, int unread, String file) {
            synchronized (Imports.this) {
                var now = state;
                state = new State(true, now.stopping(), now.found() + found, now.done() + done, now.unread() + unread, file,
                        null, null);
            }
        }
    }
}
