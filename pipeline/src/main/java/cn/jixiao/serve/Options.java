package cn.jixiao.serve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the server is started.
///
/// @param host to listen at; anything but loopback needs a password
/// @param port the first to try; 0 for any
/// @param password asked for before anything is shown, or null
/// @param names host names that it may be asked for beside those of the loopback
/// @param uploads what may be sent to it
public record Options(String host, int port, @Nullable String password, List<String> names, Uploads uploads) {

    /// Shorter ones can be guessed.
    public static final int SHORTEST_PASSWORD = 8;

    /// What may be sent to it at once.
    ///
    /// @param files how many
    /// @param fileMb the largest, in megabytes
    /// @param totalMb all together, in megabytes
    public record Uploads(int files, int fileMb, int totalMb) {

        public static final Uploads USUAL = new Uploads(500, 100, 1000);
    }

    /// Loopback, no password.
    public static final Options USUAL = new Options("127.0.0.1", 8080, null, List.of(), Uploads.USUAL);

    public Options {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("port " + port);
        }
        names = List.copyOf(names);
    }

    public Options at(int itsPort) {
        return new Options(host, itsPort, password, names, uploads);
    }

    public Options withPassword(@Nullable String its) {
        return new Options(host, port, its, names, uploads);
    }

    public Options with(Uploads its) {
        return new Options(host, port, password, names, its);
    }

    /// Whether only programs of this machine can reach it.
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.equals("[::1]") || host.startsWith("127.");
    }
}
