package cn.jixiao.serve;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;

/// The cookies that the server sets: none is readable by script, none is sent along by another site.
public enum Cookies {
    /// Ties forms to the browser they were given to.
    VISIT("jixiao_visit", -1),
    /// That somebody knew the password.
    SIGNED_IN("jixiao_session", -1),
    /// `zh` or `en`.
    LANGUAGE("jixiao_lang", 31_536_000),
    /// `light`, `dark` or `auto`.
    THEME("jixiao_theme", 31_536_000),
    /// The name under which somebody reviews.
    REVIEWER("jixiao_reviewer", 31_536_000);

    private final String key;
    private final int seconds;

    Cookies(String key, int seconds) {
        this.key = key;
        this.seconds = seconds;
    }

    /// Empty where the browser sent none.
    public String of(Context ctx) {
        var value = ctx.cookie(key);
        return value == null ? "" : value;
    }

    public void set(Context ctx, String value) {
        ctx.cookie(new Cookie(key, value, "/", seconds, false, true, null, SameSite.STRICT));
    }

    void forget(Context ctx) {
        ctx.cookie(new Cookie(key, "", "/", 0, false, true, null, SameSite.STRICT));
    }
}
