package cn.jixiao.serve.report;

import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.read.pdf.PdfReader;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Site;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One report: its pages or its text, with every figure in its place.
public final class ReportPage implements Feature {

    private final Site site;
    private final Originals originals = Excerpts.originals();
    private final PageImages images = new PageImages();

    public ReportPage(Site site) {
        this.site = site;
    }

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/reports/{id}", this::show);
        routes.get("/reports/{id}/pages/{page}", this::picture);
        routes.get("/reports/{id}/original", this::original);
    }

    private void show(Context ctx) {
        var id = ctx.pathParam("id");
        var words = site.words(ctx);
        var view = site.read(records -> {
            var report = report(records, id);
            var extraction = records.extraction(report.docId()).orElseThrow(() -> new Refusal(404, "error.not_found"));
            var original = originals.of(report);
            boolean pdf = report.mediaType().equals(PdfReader.MEDIA_TYPE);
            return new ReportViewing(site.library(), words, site.library().corrections().standing(), report, extraction, original.isPresent(), pdf)
                    .view(Asked.of(ctx));
        });
        site.render(ctx, "report", site.page(ctx, null, view.title()), view);
    }

    static Report report(Records records, String id) {
        return records.find(id).stream().filter(each -> each.docId().equals(id)).findFirst()
                .orElseThrow(() -> new Refusal(404, "error.not_found"));
    }

    private void picture(Context ctx) {
        var id = ctx.pathParam("id");
        var name = ctx.pathParam("page");
        int page = number(name.endsWith(".png") ? name.substring(0, name.length() - 4) : "");
        var source = site.read(records -> {
            var report = report(records, id);
            return report.mediaType().equals(PdfReader.MEDIA_TYPE) ? originals.of(report) : Optional.<cn.jixiao.document.Source>empty();
        }).orElseThrow(() -> new Refusal(404, "report.picture.none"));
        ctx.contentType("image/png").result(images.png(id, source, page));
        // A report's id is made of its bytes, so that the same address always is the same picture.
        ctx.header("Cache-Control", "private, max-age=86400, immutable");
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refusal(404, "error.not_found");
        }
    }

    private void original(Context ctx) {
        var id = ctx.pathParam("id");
        var source = site.read(records -> originals.of(report(records, id)))
                .orElseThrow(() -> new Refusal(404, "report.original.gone"));
        try {
            var name = URLEncoder.encode(source.name(), StandardCharsets.UTF_8).replace("+", "%20");
            ctx.contentType("application/octet-stream").header("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                    .result(source.content().open());
        } catch (IOException e) {
            throw new Refusal(404, "report.original.gone");
        }
    }
}
