package cn.jixiao.serve;

import io.javalin.http.Context;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Stands before every request: says what a browser may do with the answer, and refuses what another site's page sends.
///
/// - The `Host` must be one that the server goes by, or a name could be made to mean this machine (DNS rebinding).
/// - Other sites may link here and nothing else: no frame, no picture, no script, no form.
/// - What changes something must bear the token of the visit, unless it bears the password itself, which no browser adds
///   by itself.
final class Guard {

    static final String TOKEN_FIELD = "csrf";
    static final String TOKEN_HEADER = "X-CSRF-Token";

    private static final String POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
            + "frame-ancestors 'none'";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]{2,45}]");

    private final Keys keys;
    private final Door door;
    private final Set<String> names;
    private final boolean anyAddress;

    Guard(Options options, Keys keys, Door door) {
        this.keys = keys;
        this.door = door;
        var known = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]"));
        known.add(options.host().toLowerCase(Locale.ROOT));
        options.names().forEach(name -> known.add(name.toLowerCase(Locale.ROOT)));
        this.names = Set.copyOf(known);
        // An address cannot be rebound, only a name can; a server of all addresses cannot know them all.
        this.anyAddress = options.host().equals("0.0.0.0") || options.host().equals("::") || options.host().equals("[::]");
    }

    void check(Context ctx) {
        headers(ctx);
        checkHost(ctx);
        checkOrigin(ctx);
        door.check(ctx);
        if (!isReading(ctx) && !door.isBearer(ctx)) {
            checkToken(ctx);
        }
    }

    private static void headers(Context ctx) {
        ctx.header("Content-Security-Policy", POLICY).header("X-Content-Type-Options", "nosniff")
                .header("X-Frame-Options", "DENY").header("Referrer-Policy", "same-origin")
                .header("Cross-Origin-Opener-Policy", "same-origin").header("Cross-Origin-Resource-Policy", "same-origin")
                .header("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
                .header("Cache-Control", "no-store");
    }

    private void checkHost(Context ctx) {
        var host = name(Objects.requireNonNullElse(ctx.header("Host"), ""));
        if (!names.contains(host) && !(anyAddress && ADDRESS.matcher(host).matches())) {
            throw new Refusal(421, "error.host");
        }
    }

    /// `localhost:8080` is `localhost`.
    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        return (colon > host.lastIndexOf(']') ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    private static void checkOrigin(Context ctx) {
        var origin = ctx.header("Origin");
        if (origin != null && !isOwn(origin, ctx.header("Host"))) {
            throw new Refusal(403, "error.other_site");
        }
        var site = ctx.header("Sec-Fetch-Site");
        if (site == null || site.equals("same-origin") || site.equals("none")) {
            return;
        }
        boolean link = isReading(ctx) && "navigate".equals(ctx.header("Sec-Fetch-Mode"))
                && "document".equals(ctx.header("Sec-Fetch-Dest"));
        if (!link) {
            throw new Refusal(403, "error.other_site");
        }
    }

    private static boolean isOwn(String origin, @Nullable String host) {
        int from = origin.indexOf("://");
        return from > 0 && origin.substring(from + 3).equalsIgnoreCase(host);
    }

    static boolean isReading(Context ctx) {
        return READING.contains(ctx.req().getMethod());
    }

    private void checkToken(Context ctx) {
        var visit = Cookies.VISIT.of(ctx);
        var sent = ctx.header(TOKEN_HEADER);
        // Of a form with files the token stands in the address, so that nothing of it need be read to refuse it.
        var token = sent != null ? sent : ctx.isFormUrlencoded() ? ctx.formParam(TOKEN_FIELD)
                : ctx.isMultipartFormData() ? ctx.queryParam(TOKEN_FIELD) : null;
        if (visit.isEmpty() || token == null || !Keys.same(token, keys.sign("token", visit))) {
            throw new Refusal(403, "error.token");
        }
    }

    /// The token for forms of this visit, which begins here if it has not begun.
    String token(Context ctx) {
        var visit = Objects.requireNonNullElse(ctx.<String>attribute("visit"), Cookies.VISIT.of(ctx));
        if (visit.isEmpty()) {
            visit = keys.fresh();
            Cookies.VISIT.set(ctx, visit);
        }
        ctx.attribute("visit", visit);
        return keys.sign("token", visit);
    }
}
