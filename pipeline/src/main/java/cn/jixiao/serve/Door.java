package cn.jixiao.serve;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Set;

/// Asks for the password where there is one: browsers once, by a page; programs with every request, as a bearer token.
final class Door {

    /// What is shown to those outside: nothing of the workspace.
    private static final Set<String> OPEN = Set.of("/login", "/preferences", "/healthz");
    private static final Duration STAY = Duration.ofHours(12);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_TRIES = 10;
    private static final String BEARER = "Bearer ";

    private final Options options;
    private final Keys keys;
    private final InstantSource clock;
    private final Deque<Long> failures = new ArrayDeque<>();

    Door(Options options, Keys keys, InstantSource clock) {
        this.options = options;
        this.keys = keys;
        this.clock = clock;
    }

    boolean isLocked() {
        return options.password() != null;
    }

    void check(Context ctx) {
        var path = ctx.path();
        if (!isLocked() || OPEN.contains(path) || path.startsWith(Assets.PATH) || isSignedIn(ctx) || isBearer(ctx)) {
            return;
        }
        throw new Refusal(401, "error.login");
    }

    boolean isSignedIn(Context ctx) {
        var cookie = Cookies.SIGNED_IN.of(ctx);
        int dot = cookie.indexOf('.');
        return dot > 0 && Keys.same(cookie.substring(dot + 1), keys.sign("session", cookie.substring(0, dot)))
                && Long.parseLong(cookie.substring(0, dot)) > clock.millis();
    }

    boolean isBearer(Context ctx) {
        var header = Objects.requireNonNullElse(ctx.header("Authorization"), "");
        return isLocked() && header.startsWith(BEARER) && isPassword(header.substring(BEARER.length()));
    }

    /// Lets a browser in.
    ///
    /// @throws Refusal if the password is wrong, or too many were
    void enter(Context ctx, String password) {
        if (!isPassword(password)) {
            throw new Refusal(401, "error.password");
        }
        var until = String.valueOf(clock.millis() + STAY.toMillis());
        Cookies.SIGNED_IN.set(ctx, until + '.' + keys.sign("session", until));
    }

    private synchronized boolean isPassword(String tried) {
        long now = clock.millis();
        while (!failures.isEmpty() && failures.peekFirst() < now - WINDOW.toMillis()) {
            failures.removeFirst();
        }
        if (failures.size() >= MOST_TRIES) {
            throw new Refusal(429, "error.tries");
        }
        boolean right = Keys.same(tried, Objects.requireNonNull(options.password()));
        if (!right) {
            failures.addLast(now);
        }
        return right;
    }
}
