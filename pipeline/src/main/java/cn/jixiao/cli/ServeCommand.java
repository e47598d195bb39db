package cn.jixiao.cli;

import cn.jixiao.serve.Library;
import cn.jixiao.serve.Options;
import cn.jixiao.serve.Server;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: the web pages, on loopback unless a password is given.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--port", paramLabel = "PORT", defaultValue = "8080", descriptionKey = "serve.port")
    private int port;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", descriptionKey = "serve.host")
    private String host = "127.0.0.1";

    @Option(names = "--open", descriptionKey = "serve.open")
    private boolean open;

    @Option(names = {"--password", "--token"}, paramLabel = "PASSWORD", defaultValue = "${env:JIXIAO_PASSWORD}",
            descriptionKey = "serve.password")
    private @Nullable String password;

    @Option(names = "--name", paramLabel = "NAME", descriptionKey = "serve.name")
    private List<String> names = List.of();

    ServeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > 65535) {
            throw new UserException("serve.port.bad", port);
        }
        var options = new Options(host, port, password == null || password.isEmpty() ? null : password, names,
                Options.Uploads.USUAL);
        if (options.password() != null && options.password().length() < Options.SHORTEST_PASSWORD) {
            throw new UserException("serve.password.short", Options.SHORTEST_PASSWORD);
        }
        if (!options.isLoopback() && options.password() == null) {
            throw new UserException("serve.password.needed", host);
        }
        var library = Library.of(session.place(session.workspace()), session.shelf(), session::dictionaries);
        var shown = session.onServers() ? library.at(session.store()) : library;
        try {
            var server = Server.start(options, shown, this::bug);
            session.console().say("serve.at", server.address());
            if (port != 0 && server.port() != port) {
                session.console().tell("serve.port.taken", port);
            }
            session.console().tell("serve.end");
            if (open) {
                browse(server.address());
            }
            awaitEnd(server);
        } catch (JavalinBindException e) {
            throw new UserException("serve.port.none", port);
        }
        return ExitStatus.DONE;
    }

    /// Until somebody ends the program; an import that is at work then makes its last commit.
    private static void awaitEnd(Server server) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "end"));
        new CountDownLatch(1).await();
    }

    private void bug(Long number, Throwable trouble) {
        session.console().tell("serve.bug", number);
        trouble.printStackTrace(session.console().err());
    }

    private void browse(String address) {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        var program = system.contains("mac") ? List.of("open", address)
                : system.contains("win") ? List.of("cmd", "/c", "start", "", address) : List.of("xdg-open", address);
        try {
            new ProcessBuilder(program).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            session.console().tell("serve.open.none");
        }
    }
}
