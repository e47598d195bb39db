package cn.jixiao.serve.review;

import cn.jixiao.document.Span;
import cn.jixiao.index.Records;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.review.Correction;
import cn.jixiao.review.Reading;
import cn.jixiao.review.Targets;
import cn.jixiao.serve.Refusal;
import io.javalin.http.Context;
import java.util.Objects;
import java.util.Optional;

/// What a form says about a number of a report.
///
/// @param what `confirm`, `correct`, `reject`, `add` or `undo`
/// @param figure its id, or empty where it is added
/// @param saw the last entry about it that the person saw; `seen`, the reading, see [Reading#print()]
/// @param entry that is undone, or empty
/// @param here the page it was said on
record Decision(String what, String report, String figure, String saw, String seen, String entry, String why, String here) {

    private static final int LONGEST = 500;

    static Decision of(Context ctx) {
        return new Decision(field(ctx, "what"), field(ctx, "report"), field(ctx, "figure"), field(ctx, "saw"), field(ctx, "seen"),
                field(ctx, "entry"), field(ctx, "why"), field(ctx, "back"));
    }

    static String field(Context ctx, String name) {
        var text = Objects.requireNonNullElse(ctx.formParam(name), "").strip();
        if (text.length() > LONGEST) {
            throw new Refusal(400, "error.long", LONGEST);
        }
        return text;
    }

    Extraction extraction(Records records) {
        return records.extraction(report).orElseThrow(() -> new Refusal(404, "error.not_found"));
    }

    Optional<Observation> figure(Extraction extraction) {
        return extraction.observations().stream().filter(each -> each.id().equals(figure)).findFirst();
    }

    /// @throws Refusal if the form makes no sense
    Correction correction(Extraction extraction, Observation it, ReadingForm form) {
        var target = Targets.of(extraction.document(), it);
        var reading = Reading.of(it);
        return switch (what) {
            case "confirm" -> new Correction.Confirm(target, reading);
            case "reject" -> new Correction.Reject(target, reading);
            case "correct" -> new Correction.Correct(target, reading, form.reading(reading));
            default -> throw new Refusal(400, "error.choice", what);
        };
    }

    /// The stretch of the text that somebody marked.
    ///
    /// @throws Refusal if the words stand nowhere, or in several places
    static Span words(Extraction extraction, String after, String words) {
        var text = extraction.document().text();
        int at = text.indexOf(after + words);
        if (words.isEmpty() || at < 0) {
            throw new Refusal(400, "review.place.none", words);
        }
        if (text.indexOf(after + words, at + 1) >= 0) {
            throw new Refusal(400, "review.place.several", words);
        }
        return new Span(at + after.length(), at + after.length() + words.length());
    }

    /// The page to go back to: one of this site, whatever the form says.
    String back() {
        var back = here;
        return back.startsWith("/") && !back.startsWith("//") && back.indexOf('\\') < 0 ? back
                : cn.jixiao.serve.Links.report(report);
    }
}
