package cn.jixiao.serve.report;

import cn.jixiao.serve.Site;
import io.javalin.http.Context;
import java.util.regex.Pattern;

/// What of a report somebody asks to see.
///
/// @param page of the file, or part of the text, from 1; 0 where the figure or place decides
/// @param text whether the text is wished for where there are pictures
/// @param figure id of a figure, or empty
/// @param from where a place begins, -1 for none
/// @param to where it ends
/// @param column the first to be seen of a wide table
record Asked(int page, boolean text, String figure, int from, int to, int column) {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int MOST = 1_000_000;

    static Asked of(Context ctx) {
        var place = PLACE.matcher(Site.query(ctx, "at"));
        boolean there = place.matches();
        return new Asked(Site.number(ctx, "page", 0, 0, MOST), Site.query(ctx, "view").equals("text"),
                Site.query(ctx, "observation"), there ? Integer.parseInt(place.group(1)) : -1,
                there ? Integer.parseInt(place.group(2)) : -1, Site.number(ctx, "column", 0, 0, MOST));
    }
}
