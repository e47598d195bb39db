package cn.jixiao.check;

import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Role;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The observations of one report as rules look at them: in order, by sentence, by table row.
record Figures(Document document, Outline outline, List<Observation> all) {

    Figures {
        all = all.stream().sorted(Comparator.comparing((Observation each) -> each.evidence().span())).toList();
    }

    /// Observations of the same sentence or the same table row, the given one included.
    List<Observation> beside(Observation one) {
        var place = one.evidence().table();
        if (place != null) {
            return all.stream().filter(each -> each.evidence().table() != null
                    && each.evidence().table().table() == place.table() && each.evidence().table().row() == place.row()).toList();
        }
        var sentence = sentence(one);
        return all.stream().filter(each -> each.evidence().table() == null && sentence.contains(each.evidence().span()))
                .toList();
    }

    Span sentence(Observation one) {
        return outline.sentence(one.evidence().span().start()).orElse(one.evidence().span());
    }

    Stream<Observation> actuals(@Nullable String indicator) {
        return all.stream().filter(each -> each.role() == Role.ACTUAL && Objects.equals(each.indicator(), indicator));
    }

    /// Whether two figures are told of the same thing, time and place.
    static boolean sameSubject(Observation a, Observation b) {
        return Objects.equals(a.breakdown(), b.breakdown()) && Objects.equals(a.project(), b.project())
                && Objects.equals(a.year(), b.year()) && Objects.equals(a.region(), b.region());
    }

    /// The words between two places of the report.
    String between(Observation first, Observation second) {
        int from = first.evidence().span().end();
        int to = second.evidence().span().start();
        return from <= to ? document.text().substring(from, to) : "";
    }

    static String print(Observation one) {
        return one.raw().strip();
    }

    /// A value as people of the field write it: amounts in 万元 where they are that large.
    static String print(Kind kind, String unit, BigDecimal value) {
        return switch (kind) {
            case AMOUNT -> value.abs().compareTo(BigDecimal.valueOf(10_000)) >= 0
                    ? plain(value.movePointLeft(4)) + "万元" : plain(value) + "元";
            case RATE -> plain(value.setScale(2, RoundingMode.HALF_UP)) + "%";
            case COUNT, SCORE -> plain(value) + unit;
        };
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    Finding passed(String rule, String message, List<Observation> operands) {
        return finding(rule, true, Finding.Severity.INFO, message, operands, null, null);
    }

    Finding alarm(String rule, Finding.Severity severity, String message, List<Observation> operands, String expected,
            String found) {
        return finding(rule, false, severity, message, operands, expected, found);
    }

    private Finding finding(String rule, boolean holds, Finding.Severity severity, String message,
            List<Observation> operands, @Nullable String expected, @Nullable String found) {
        return new Finding(document.id(), document.source(), rule, holds, severity, message,
                operands.stream().map(Observation::id).distinct().toList(), expected, found);
    }

    static Optional<BigDecimal> total(List<Observation> parts) {
        return parts.stream().map(each -> each.quantity().value()).reduce(BigDecimal::add);
    }
}
