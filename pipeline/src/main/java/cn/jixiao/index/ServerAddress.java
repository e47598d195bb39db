package cn.jixiao.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An index on servers, as a user names it: `https://host:9200/name`, several servers of one cluster as
/// `https://one:9200,two:9200/name`.
///
/// @param servers each with scheme, host and port
/// @param index its name there
/// @param certificates authorities to trust beside the system's, a PEM file, or null
public record ServerAddress(List<URI> servers, String index, Login login, @Nullable Path certificates) {

    private static final int PORT = 9200;
    private static final String INDEX = "jixiao";
    private static final Pattern SHAPE = Pattern.compile("(https?)://([^/@?#]+)(?:/([^/?#]*))?/?");

    /// What OpenSearch allows of names, and a little less.
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,200}");

    /// Who asks: a user with a password, or a token, or nobody in particular.
    public record Login(@Nullable String user, @Nullable String password, @Nullable String token) {

        public static final Login NONE = new Login(null, null, null);

        /// Secrets are not for logs.
        @Override
        public String toString() {
            return user != null ? user : token != null ? "token" : "nobody";
        }
    }

    public ServerAddress {
        servers = List.copyOf(servers);
        if (servers.isEmpty() || !NAME.matcher(index).matches()) {
            throw new IllegalArgumentException(servers + " with index '" + index + "'");
        }
    }

    /// @throws IllegalArgumentException if the words are no address; a password does not belong into one
    public static ServerAddress parse(String words, Login login, @Nullable Path certificates) {
        var shape = SHAPE.matcher(words);
        if (!shape.matches()) {
            throw new IllegalArgumentException(words);
        }
        var servers = new ArrayList<URI>();
        for (var host : shape.group(2).split(",")) {
            servers.add(server(shape.group(1), host));
        }
        var name = shape.group(3);
        return new ServerAddress(servers, name == null || name.isEmpty() ? INDEX : name, login, certificates);
    }

    private static URI server(String scheme, String host) {
        try {
            var given = new URI(scheme + "://" + host);
            if (given.getHost() == null) {
                throw new IllegalArgumentException(host);
            }
            return given.getPort() >= 0 ? given : new URI(scheme, null, given.getHost(), PORT, null, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(host, e);
        }
    }

    /// As users know it, without who asks.
    @Override
    public String toString() {
        return servers.getFirst() + "/" + index;
    }
}
