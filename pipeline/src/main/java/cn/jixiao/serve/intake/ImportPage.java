package cn.jixiao.serve.intake;

import cn.jixiao.ingest.Account;
import cn.jixiao.ingest.Account.Outcome;
import cn.jixiao.serve.Feature;
import cn.jixiao.serve.Options;
import cn.jixiao.serve.Page;
import cn.jixiao.serve.Refusal;
import cn.jixiao.serve.Section;
import cn.jixiao.serve.Site;
import cn.jixiao.serve.Words;
import cn.jixiao.serve.intake.ImportView.Count;
import cn.jixiao.serve.intake.ImportView.Entry;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/// `/import`: files are sent, imported, and accounted for.
public record ImportPage(Site site, Imports imports) implements Feature {

    private static final int ENTRIES_NAMED = 100;
    private static final long MB = 1_000_000;

    @Override
    public void add(RoutesConfig routes) {
        routes.get("/import", ctx -> {
            var page = site.page(ctx, Section.IMPORT, site.words(ctx).text("nav.import"));
            site.render(ctx, "import", page, view(page));
        });
        routes.get("/import/progress", ctx -> {
            var page = site.page(ctx, Section.IMPORT, "");
            site.render(ctx, "importProgress", page, view(page));
        });
        routes.post("/import", this::receive);
        routes.post("/import/stop", ctx -> {
            imports.stop();
            ctx.redirect("/import", HttpStatus.SEE_OTHER);
        });
    }

    private Uploads uploads() {
        return new Uploads(site.library().workspace().folder().resolve("uploads"));
    }

    private void receive(Context ctx) throws IOException {
        var limits = site.options().uploads();
        if (imports.state().running()) {
            throw new Refusal(409, "error.import.busy");
        }
        if (ctx.req().getContentLengthLong() > limits.totalMb() * MB) {
            throw new Refusal(413, "error.upload.total", limits.totalMb());
        }
        var uploads = uploads();
        Files.createDirectories(uploads.incoming());
        var files = sent(ctx, limits);
        if (files.isEmpty()) {
            throw new Refusal(400, "error.upload.none");
        }
        if (files.size() > limits.files()) {
            throw new Refusal(413, "error.upload.files", limits.files());
        }
        for (var file : files) {
            try (var content = file.content()) {
                uploads.put(file.filename(), content);
            }
        }
        imports.start(List.of(uploads.folder().toString()));
        ctx.redirect("/import", HttpStatus.SEE_OTHER);
    }

    /// Jetty tells of a file that is too large in several ways, and by no type of its own.
    private static List<UploadedFile> sent(Context ctx, Options.Uploads limits) {
        if (!ctx.isMultipartFormData()) {
            throw new Refusal(400, "error.upload.none");
        }
        List<UploadedFile> files;
        try {
            files = ctx.uploadedFiles("files");
        } catch (RuntimeException e) {
            throw new Refusal(413, "error.upload.file", limits.fileMb());
        }
        if (files.stream().anyMatch(file -> file.size() > limits.fileMb() * MB)) {
            throw new Refusal(413, "error.upload.file", limits.fileMb());
        }
        return files.stream().filter(file -> !file.filename().isBlank()).toList();
    }

    private ImportView view(Page page) {
        var state = imports.state();
        var words = page.words();
        var account = state.account();
        var unread = account == null ? List.<Account.Entry>of()
                : account.entries().stream().filter(each -> each.problem().isPresent()).toList();
        var trouble = state.trouble();
        return new ImportView(site.options().uploads(), page.token(), state.running(), state.stopping(), state.found(),
                state.done(), state.unread(), state.file(), state.found() == 0 ? 0 : Math.min(100, state.done() * 100 / state.found()),
                trouble == null ? "" : words.text(trouble), trouble == null ? "" : words.text(trouble + ".remedy"),
                account != null, account != null && account.wasStopped(), account == null ? List.of() : counts(account, words),
                unread.stream().limit(ENTRIES_NAMED).map(each -> entry(each, words)).toList(),
                Math.max(0, unread.size() - ENTRIES_NAMED));
    }

    private static List<Count> counts(Account account, Words words) {
        return Stream.of(Outcome.values()).filter(outcome -> account.count(outcome) > 0)
                .map(outcome -> new Count(words.text("outcome." + outcome), account.count(outcome), kind(outcome))).toList();
    }

    private static String kind(Outcome outcome) {
        return switch (outcome) {
            case IMPORTED, RENEWED -> "good";
            case PARTIAL, NEEDS_OCR -> "warn";
            case FAILED, STILL_FAILED -> "bad";
            case UNCHANGED, DUPLICATE, MOVED -> "";
        };
    }

    private static Entry entry(Account.Entry entry, Words words) {
        var problem = entry.problem().orElseThrow();
        return new Entry(entry.path().substring(entry.path().lastIndexOf('/') + 1), words.text("outcome." + entry.outcome()),
                kind(entry.outcome()), words.problem(problem), words.remedy(problem.kind()));
    }

    /// Where Jetty puts what it receives, and how much of it.
    public static void limit(io.javalin.config.JavalinConfig config, Options options, java.nio.file.Path workspace) {
        var multipart = config.jetty.multipartConfig;
        multipart.cacheDirectory(new Uploads(workspace.resolve("uploads")).incoming().toString());
        multipart.maxFileSize(options.uploads().fileMb(), io.javalin.config.SizeUnit.MB);
        multipart.maxTotalRequestSize(options.uploads().totalMb() + 1L, io.javalin.config.SizeUnit.MB);
        multipart.maxInMemoryFileSize(64, io.javalin.config.SizeUnit.KB);
    }
}
