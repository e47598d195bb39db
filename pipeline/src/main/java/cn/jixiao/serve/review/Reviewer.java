package cn.jixiao.serve.review;

import cn.jixiao.serve.Cookies;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Site;
import io.javalin.http.Context;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The name under which a visitor decides: as they gave it, else on their own machine the name the system knows.
public final class Reviewer {

    private static final int LONGEST = 40;

    private Reviewer() {
    }

    /// Empty where nobody told a name yet.
    public static String of(Site site, Context ctx) {
        var cookie = Cookies.REVIEWER.of(ctx);
        if (!cookie.isEmpty()) {
            try {
                return clean(URLDecoder.decode(cookie, StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                return "";
            }
        }
        return site.options().isLoopback() ? System.getProperty("user.name", "") : "";
    }

    /// The name given in a form, else the one known; a given one is kept.
    ///
    /// @throws Refusal if there is none
    public static String told(Site site, Context ctx) {
        var given = clean(Objects.requireNonNullElse(ctx.formParam("who"), ""));
        if (!given.isEmpty()) {
            Cookies.REVIEWER.set(ctx, URLEncoder.encode(given, StandardCharsets.UTF_8));
            return given;
        }
        var known = of(site, ctx);
        if (known.isEmpty()) {
            throw new Refusal(400, "review.nobody");
        }
        return known;
    }

    private static String clean(String name) {
        var text = name.strip().replaceAll("\\p{Cntrl}", "");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
