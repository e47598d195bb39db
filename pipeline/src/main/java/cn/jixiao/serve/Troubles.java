package cn.jixiao.serve;

import cn.jixiao.compare.FormulaException;
import cn.jixiao.index.BadQueryException;
import cn.jixiao.index.IndexServerException;
import cn.jixiao.index.WorkspaceException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;

/// Exceptions as pages with what happened and what can be done; below `/api` as `application/problem+json` (RFC 9457).
/// No path and no trace of the machine is told; a bug is printed where the server runs, under the number the page tells.
record Troubles(Site site, BiConsumer<Long, Throwable> log, AtomicLong bugs) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String API = "/api";

    void add(RoutesConfig routes) {
        routes.exception(Exception.class, this::tell);
        routes.error(404, ctx -> {
            if (ctx.result() == null || "Not Found".equals(ctx.result()) || ctx.result().startsWith("Endpoint ")) {
                tell(new Refusal(404, "error.not_found"), ctx);
            }
        });
    }

    private void tell(Exception exception, Context ctx) {
        if (exception instanceof Refusal refusal && refusal.status() == 401 && !isApi(ctx) && Guard.isReading(ctx)) {
            var query = ctx.queryString();
            var here = ctx.path() + (query == null ? "" : "?" + query);
            ctx.redirect("/login?back=" + URLEncoder.encode(here, StandardCharsets.UTF_8), HttpStatus.SEE_OTHER);
            return;
        }
        if (!Guard.isReading(ctx)) {
            Unread.drop(ctx);
        }
        var trouble = trouble(exception, site.words(ctx));
        ctx.status(trouble.status());
        if (isApi(ctx)) {
            problem(ctx, trouble);
        } else {
            site.show(ctx, Site.isPart(ctx) ? "troublePart" : "trouble", null, "error.title", trouble);
        }
    }

    private static boolean isApi(Context ctx) {
        return ctx.path().equals(API) || ctx.path().startsWith(API + "/");
    }

    private static void problem(Context ctx, Trouble trouble) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "about:blank");
        body.put("title", trouble.what());
        body.put("status", trouble.status());
        body.put("detail", trouble.remedy());
        if (trouble.status() == 401) {
            ctx.header("WWW-Authenticate", "Bearer");
        }
        try {
            ctx.contentType("application/problem+json").result(JSON.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON for " + body, e);
        }
    }

    private Trouble trouble(Exception exception, Words words) {
        return switch (exception) {
            case Refusal refusal -> of(words, refusal.status(), refusal.key(), refusal.values().toArray());
            case WorkspaceException workspace -> of(words, workspace.reason() == WorkspaceException.Reason.BUSY ? 409 : 503,
                    "error.workspace." + workspace.reason());
            case IndexServerException server -> of(words, 503, "error.index." + server.reason());
            case BadQueryException query -> new Trouble(400, words.text("query." + query.reason(), query.what(),
                    query.position() + 1), words.text("error.query.remedy"));
            case FormulaException formula -> new Trouble(400, words.text("formula." + formula.reason(), formula.formula(),
                    formula.what()), words.text("error.formula.remedy"));
            case HttpResponseException http when http.getStatus() == 404 -> of(words, 404, "error.not_found");
            case HttpResponseException http -> of(words, http.getStatus(), "error.request");
            default -> bug(exception, words);
        };
    }

    private static Trouble of(Words words, int status, String key, Object... values) {
        return new Trouble(status, words.text(key, values), words.text(key + ".remedy", values));
    }

    private Trouble bug(Exception exception, Words words) {
        long number = bugs.incrementAndGet();
        log.accept(number, exception);
        return of(words, 500, "error.bug", number);
    }
}
