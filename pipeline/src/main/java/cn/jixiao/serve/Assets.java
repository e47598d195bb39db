package cn.jixiao.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What pages load: style, scripts, the icon. All of it lies in the program and is named by its content, so that browsers
/// keep it for good.
public final class Assets implements Feature {

    static final String PATH = "/assets/";

    private static final String OWN = "/cn/jixiao/serve/assets/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/";

    /// One file.
    private record Asset(String address, String type, byte[] bytes) {
    }

    private final Map<String, Asset> byName = new LinkedHashMap<>();
    private final Map<String, Asset> byAddress = new LinkedHashMap<>();

    Assets() {
        load(OWN, "jixiao.css", "text/css; charset=utf-8");
        load(OWN, "jixiao.js", "text/javascript; charset=utf-8");
        load(OWN, "report.css", "text/css; charset=utf-8");
        load(OWN, "report.js", "text/javascript; charset=utf-8");
        load(OWN, "icon.svg", "image/svg+xml");
        load(OWN, "import.js", "text/javascript; charset=utf-8");
        load(HTMX, "htmx.min.js", "text/javascript; charset=utf-8");
        // Packed from npm by the build; without it pages show tables and the charts drawn by the server.
        load(OWN, "charts.js", "text/javascript; charset=utf-8");
        load(OWN, "echarts.min.js", "text/javascript; charset=utf-8");
    }

    private void load(String folder, String name, String type) {
        var bytes = read(folder + name);
        if (bytes != null) {
            var asset = new Asset(PATH + fingerprint(bytes) + "/" + name, type, bytes);
            byName.put(name, asset);
            byAddress.put(asset.address(), asset);
        }
    }

    private static byte @Nullable [] read(String resource) {
        try (var in = Assets.class.getResourceAsStream(resource)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 6);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    /// Whether the build packed it.
    public boolean has(String name) {
        return byName.containsKey(name);
    }

    /// Where it is served.
    ///
    /// @throws IllegalArgumentException if there is no such file
    public String of(String name) {
        var asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return asset.address();
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get(PATH + "{version}/{name}", this::serve);
        routes.get("/favicon.ico", ctx -> send(ctx, of("icon.svg")));
    }

    private void serve(Context ctx) {
        send(ctx, ctx.path());
        ctx.header("Cache-Control", "public, max-age=31536000, immutable");
    }

    private void send(Context ctx, String address) {
        var asset = byAddress.get(address);
        if (asset == null) {
            throw new Refusal(404, "error.not_found");
        }
        ctx.contentType(asset.type()).result(asset.bytes());
    }
}
