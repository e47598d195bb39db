package cn.jixiao.serve;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import java.util.Set;

/// Language and theme, kept in the browser; and going in and out where there is a password.
record Preferences(Site site, Door door) implements Feature {

    private static final Set<String> LANGUAGES = Set.of("zh", "en");

    @Override
    public void add(RoutesConfig routes) {
        routes.post("/preferences", this::prefer);
        routes.get("/login", ctx -> site.show(ctx, "login", null, "login.title", new Login(back(ctx.queryParam("back")), "")));
        routes.post("/login", this::enter);
        routes.post("/logout", this::leave);
    }

    private void prefer(Context ctx) {
        var language = Objects.requireNonNullElse(ctx.formParam("language"), "");
        if (LANGUAGES.contains(language)) {
            Cookies.LANGUAGE.set(ctx, language);
        }
        var theme = Objects.requireNonNullElse(ctx.formParam("theme"), "");
        if (Page.THEMES.contains(theme)) {
            Cookies.THEME.set(ctx, theme);
        }
        ctx.redirect(back(ctx.formParam("back")), HttpStatus.SEE_OTHER);
    }

    private void enter(Context ctx) {
        var back = back(ctx.formParam("back"));
        try {
            if (door.isLocked()) {
                door.enter(ctx, Objects.requireNonNullElse(ctx.formParam("password"), ""));
            }
            ctx.redirect(back, HttpStatus.SEE_OTHER);
        } catch (Refusal refusal) {
            ctx.status(refusal.status());
            site.show(ctx, "login", null, "login.title", new Login(back, site.words(ctx).text(refusal.key())));
        }
    }

    private void leave(Context ctx) {
        Cookies.SIGNED_IN.forget(ctx);
        ctx.redirect("/login", HttpStatus.SEE_OTHER);
    }

    /// Only to a page of this server.
    static String back(@org.jspecify.annotations.Nullable String path) {
        boolean own = path != null && path.startsWith("/") && !path.startsWith("//") && path.indexOf('\\') < 0
                && path.chars().noneMatch(Character::isISOControl);
        return own ? path : "/";
    }
}
