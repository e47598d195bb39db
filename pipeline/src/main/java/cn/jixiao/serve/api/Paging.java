package cn.jixiao.serve.api;

import cn.jixiao.serve.Site;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A page of a list.
///
/// @param offset of the first
/// @param limit how many at most
record Paging(int offset, int limit) {

    static final int USUAL = 50;
    static final int MOST = 500;
    /// Whoever wants everything takes an export; the deeper a page, the more the index goes through to find it.
    static final int DEEPEST = 100_000;

    static Paging of(Context ctx) {
        return new Paging(Site.number(ctx, "offset", 0, 0, DEEPEST), Site.number(ctx, "limit", USUAL, 0, MOST));
    }

    /// The list with what is needed to go on.
    Map<String, Object> page(long total, List<?> items) {
        var page = new LinkedHashMap<String, Object>();
        page.put("total", total);
        page.put("offset", offset);
        page.put("limit", limit);
        page.put("next", offset + items.size() < total && !items.isEmpty() ? offset + items.size() : null);
        page.put("items", items);
        return page;
    }
}
