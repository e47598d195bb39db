package cn.jixiao.serve.review;

import cn.jixiao.dictionary.Units;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Role;
import cn.jixiao.review.Reading;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Refusal;
import io.javalin.http.Context;
import java.math.BigDecimal;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The attributes of a figure as a form sends them. The unit carries its size: 78 with 万元 is 780000 CNY.
record ReadingForm(Context ctx, Library library, Units units) {

    private static final Map<String, Kind> KINDS = Map.of("amount", Kind.AMOUNT, "rate", Kind.RATE, "count", Kind.COUNT, "score", Kind.SCORE);

    /// @param seen what the person saw; its unit stands where the form names the same
    /// @throws Refusal naming the field that makes no sense
    Reading reading(@Nullable Reading seen) {
        var unit = need("unit");
        boolean same = seen != null && unit.equals(seen.unit());
        var known = same ? null : units.find(unit).orElse(null);
        var value = known == null ? number() : number().multiply(known.factor());
        var symbol = known == null ? unit : known.symbol();
        var named = KINDS.get(field("kind"));
        var kind = named != null ? named : known != null ? known.kind() : same ? seen.kind() : Kind.COUNT;
        var year = year();
        return new Reading(kind, comparator(), value, symbol, field("role").equals("target") ? Role.TARGET : Role.ACTUAL, indicator(),
                field("label"), text("breakdown"), text("project"), year, period(year), region(seen));
    }

    private String field(String name) {
        return Decision.field(ctx, name);
    }

    private @Nullable String text(String name) {
        var text = field(name);
        return text.isEmpty() ? null : text;
    }

    private String need(String name) {
        var text = field(name);
        if (text.isEmpty()) {
            throw wrong(name);
        }
        return text;
    }

    private Refusal wrong(String name) {
        return new Refusal(400, "review.wrong", name);
    }

    private BigDecimal number() {
        var text = need("value").replace(",", "").replace("，", "");
        if (text.length() > 40 || !text.matches("[+-]?[0-9]{1,30}(\\.[0-9]{1,20})?")) {
            throw wrong("value");
        }
        return new BigDecimal(text);
    }

    private Comparator comparator() {
        try {
            return field("comparator").isEmpty() ? Comparator.EQ : Comparator.of(field("comparator"));
        } catch (IllegalArgumentException e) {
            throw wrong("comparator");
        }
    }

    /// By id, or by its name in either language.
    private @Nullable String indicator() {
        var text = text("indicator");
        if (text == null || library.indicators().find(text).isPresent()) {
            return text;
        }
        return library.indicators().all().stream().filter(each -> each.name().equals(text)
                || each.englishName().toLowerCase(Locale.ROOT).equals(text.toLowerCase(Locale.ROOT))).findFirst()
                .orElseThrow(() -> wrong("indicator")).id();
    }

    private @Nullable Integer year() {
        var text = text("year");
        if (text == null) {
            return null;
        }
        if (!text.matches("(19|20)\\d\\d")) {
            throw wrong("year");
        }
        return Integer.valueOf(text);
    }

    private @Nullable Period period(@Nullable Integer year) {
        var text = text("period");
        try {
            return text != null ? Period.parse(text) : year == null ? null : Period.year(year);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw wrong("period");
        }
    }

    private cn.jixiao.observation.@Nullable Region region(@Nullable Reading seen) {
        var text = text("region");
        if (text == null) {
            return null;
        }
        var before = seen == null ? null : seen.region();
        if (before != null && (text.equals(before.code()) || text.equals(before.fullName()))) {
            return before;
        }
        var code = text.length() >= 6 ? text.substring(0, 6) : text;
        return library.regions().byCode(code).orElseThrow(() -> wrong("region"));
    }
}
