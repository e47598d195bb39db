package cn.jixiao.cli;

import cn.jixiao.index.IndexServer;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Overlay;
import cn.jixiao.index.ServerAddress;
import cn.jixiao.index.ServerAddress.Login;
import cn.jixiao.index.ServerIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// `--index URL`: an index on servers in the place of the workspace. Secrets come from the environment, for command lines are
/// seen by everybody on a machine.
final class IndexOptions {

    private static final String PASSWORD = "JIXIAO_INDEX_PASSWORD";
    private static final String TOKEN = "JIXIAO_INDEX_TOKEN";

    /// What OpenSearch allows.
    private static final int MOST_SHARDS = 1024;

    @Option(names = "--index", paramLabel = "URL", scope = ScopeType.INHERIT, descriptionKey = "option.index")
    private @Nullable String url;

    @Option(names = "--index-user", paramLabel = "NAME", scope = ScopeType.INHERIT, descriptionKey = "option.index-user")
    private @Nullable String user;

    @Option(names = "--index-ca", paramLabel = "FILE", scope = ScopeType.INHERIT, descriptionKey = "option.index-ca")
    private @Nullable Path certificates;

    @Option(names = "--index-shards", paramLabel = "N", scope = ScopeType.INHERIT, defaultValue = "2", descriptionKey = "option.index-shards")
    private int shards;

    boolean given() {
        return url != null;
    }

    String url() {
        return java.util.Objects.requireNonNull(url);
    }

    /// @param home of the program
    ServerIndex index(Path home, Lexicon lexicon, Overlay overlay) {
        if (shards < 1 || shards > MOST_SHARDS) {
            throw new UserException("index.shards", MOST_SHARDS, shards);
        }
        return new ServerIndex(module(home), address(), lexicon, overlay, shards);
    }

    private ServerAddress address() {
        if (certificates != null && !Files.isReadable(certificates)) {
            throw new UserException("file.missing", certificates);
        }
        try {
            return ServerAddress.parse(url(), login(), certificates);
        } catch (IllegalArgumentException e) {
            throw new UserException("index.bad", url());
        }
    }

    private Login login() {
        var token = System.getenv(TOKEN);
        return user == null && token != null && !token.isBlank() ? new Login(null, null, token.strip())
                : new Login(user, user == null ? null : System.getenv(PASSWORD), null);
    }

    /// The module that knows the wire, with libraries of its own that nothing else of the program sees.
    private static IndexServer.Maker module(Path home) {
        var target = home.resolve("pipeline/opensearch/target");
        var jar = target.resolve("jixiao-opensearch.jar");
        if (!Files.exists(jar)) {
            throw new UserException("index.module", jar);
        }
        try (var libraries = Files.list(target.resolve("lib"))) {
            var places = new ArrayList<URL>();
            places.add(url(jar));
            libraries.filter(each -> each.toString().endsWith(".jar")).sorted().forEach(each -> places.add(url(each)));
            var loader = new URLClassLoader(places.toArray(URL[]::new), IndexServer.class.getClassLoader());
            return ServiceLoader.load(IndexServer.Maker.class, loader).findFirst().orElseThrow(() -> new UserException("index.module", jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
