package cn.jixiao.serve;

import cn.jixiao.index.Records;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What every page is given: the library, the records of the moment, and how to answer.
public final class Site {

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(null, ContentType.Html,
            Site.class.getClassLoader(), "cn.jixiao.serve.template");

    private final Options options;
    private final Library library;
    private final LiveRecords records;
    private final Guard guard;
    private final Door door;
    private final Assets assets;

    Site(Options options, Library library, LiveRecords records, Guard guard, Door door, Assets assets) {
        this.options = options;
        this.library = library;
        this.records = records;
        this.guard = guard;
        this.door = door;
        this.assets = assets;
    }

    public Options options() {
        return options;
    }

    public Library library() {
        return library;
    }

    public Assets assets() {
        return assets;
    }

    /// What is made of the records of the last commit; nothing of them may be kept beyond it.
    ///
    /// @throws cn.jixiao.index.WorkspaceException if nothing was imported yet
    public <T> T read(Function<Records, T> question) {
        return records.with(question);
    }

    /// The visitor's language.
    public Words words(Context ctx) {
        return Words.of(Cookies.LANGUAGE.of(ctx));
    }

    public Page page(Context ctx, @Nullable Section section, String title) {
        var theme = Cookies.THEME.of(ctx);
        var query = ctx.queryString();
        return new Page(words(ctx), Page.THEMES.contains(theme) ? theme : "auto", section, title,
                ctx.path() + (query == null ? "" : "?" + query), guard.token(ctx), door.isLocked() && door.isSignedIn(ctx),
                assets);
    }

    /// Answers with a page.
    ///
    /// @param template in `src/main/jte`, without `.jte`; its parameters are `page` and `it`
    /// @param title key of the page's title
    public void show(Context ctx, String template, @Nullable Section section, String title, Object it) {
        render(ctx, template, page(ctx, section, words(ctx).text(title)), it);
    }

    /// Answers with a page, or with a part of one.
    public void render(Context ctx, String template, Page page, Object it) {
        var output = new StringOutput();
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("page", page);
        parameters.put("it", it);
        TEMPLATES.render(template + ".jte", parameters, output);
        ctx.contentType("text/html; charset=utf-8").result(output.toString());
    }

    /// Whether htmx asks, and wants a part of a page alone.
    public static boolean isPart(Context ctx) {
        return "true".equals(ctx.header("HX-Request")) && !"true".equals(ctx.header("HX-History-Restore-Request"));
    }

    /// A parameter of the address, stripped; empty where there is none.
    public static String query(Context ctx, String name) {
        return Objects.requireNonNullElse(ctx.queryParam(name), "").strip();
    }

    /// A whole number of the address.
    ///
    /// @throws Refusal if it is none, or outside
    public static int number(Context ctx, String name, int otherwise, int least, int most) {
        var text = query(ctx, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, like a number outside.
        }
        throw new Refusal(400, "error.number", name, least, most);
    }
}
