package cn.jixiao.serve.compare;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Refusal;
import io.javalin.http.Context;

/// The comparison that an address asks for, whichever face answers it.
public final class Question {

    private Question() {
    }

    /// @throws Refusal if it names no indicator, or something that is not known
    public static ComparisonQuery of(Context ctx, Library library) {
        var asked = Asked.of(ctx, library);
        if (asked.indicators().isEmpty()) {
            throw new Refusal(400, "error.no_indicator");
        }
        return asked.query();
    }
}
