package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the third-party firm that wrote the report: on the cover, under it, or called in to evaluate.
///
/// A firm that builds or delivers something is none, and neither is a company that reports on itself.
final class EvaluatorFinder {

    private static final int COVER = 25;
    private static final int LONGEST = 36;
    private static final int WORK_WITHIN = 40;

    private static final Pattern SEAL = Pattern.compile("[（(](?:盖章|公章|章)[）)]");

    private final FactWords words;
    private final List<String> endings;

    EvaluatorFinder(FactWords words) {
        this.words = words;
        endings = words.list("evaluator.end").stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    Optional<Found<String>> find(Opening opening, @Nullable String title) {
        return onLabel(opening).or(() -> onCover(opening, title)).or(() -> called(opening))
                .filter(found -> title == null || !title.contains(found.value()));
    }

    private Optional<Found<String>> onLabel(Opening opening) {
        for (var label : words.list("evaluator.label")) {
            for (var value : opening.labelled().getOrDefault(label, List.of())) {
                if (whole(value)) {
                    return Optional.of(new Found<>(value, "evaluator:label"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Found<String>> onCover(Opening opening, @Nullable String title) {
        boolean commissioned = opening.text().contains("委托") && title != null && !words.anyIn("type.self", title);
        var ending = opening.ending(8).stream().filter(line -> writes(line.text(), commissioned)).findFirst();
        if (ending.isPresent()) {
            return Optional.of(new Found<>(unsealed(ending.get().text()), "evaluator:sign-off"));
        }
        return opening.beginning(COVER).stream().map(Opening.Line::text).filter(line -> writes(line, commissioned)).findFirst()
                .map(line -> new Found<>(unsealed(line), "evaluator:cover"));
    }

    /// A research institute alone on a line may as well be the unit itself, unless the report was commissioned.
    private boolean writes(String line, boolean commissioned) {
        var text = unsealed(line);
        return whole(text) && (text.contains("公司") || text.contains("事务所")
                || commissioned && words.endsWith("evaluator.academic", text));
    }

    private static String unsealed(String line) {
        return line.indexOf('章') < 0 ? line.strip() : SEAL.matcher(line).replaceAll("").strip();
    }

    private boolean whole(String text) {
        int end = end(text, 0);
        return end > 5 && end == text.length();
    }

    /// The end of a firm's name that begins at an offset, or -1.
    private int end(String text, int start) {
        for (int at = start; at < Math.min(text.length(), start + LONGEST); at++) {
            char c = text.charAt(at);
            if (!Character.isIdeographic(c) && "（）()·".indexOf(c) < 0) {
                return -1;
            }
            for (var ending : endings) {
                if (at > start + 1 && text.startsWith(ending, at)) {
                    return tail(text, at + ending.length());
                }
            }
        }
        return -1;
    }

    private int tail(String text, int end) {
        return words.list("evaluator.tail").stream().filter(each -> text.startsWith(each, end)).findFirst()
                .map(each -> end + each.length()).orElse(end);
    }

    private Optional<Found<String>> called(Opening opening) {
        var text = opening.text();
        for (var word : words.list("evaluator.called")) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                var firm = after(text, at + word.length());
                if (firm.isPresent()) {
                    return Optional.of(new Found<>(firm.get(), "evaluator:called"));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> after(String text, int at) {
        int start = at;
        for (var filler : List.of("，", ",", "了", "由", "第三方机构", "第三方", "中介机构", "——", " ")) {
            if (text.startsWith(filler, start)) {
                start += filler.length();
            }
        }
        int end = end(text, start);
        if (end < 0 || end - start < 6) {
            return Optional.empty();
        }
        var clause = text.substring(end, Math.min(text.length(), end + WORK_WITHIN));
        int stop = clause.indexOf('。');
        var work = stop < 0 ? clause : clause.substring(0, stop);
        return words.anyIn("evaluator.work", work) ? Optional.of(text.substring(start, end)) : Optional.empty();
    }
}
