package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.observation.DocumentType;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells what kind of report it is. Monitoring and final accounts show in the title; else who wrote it decides: a firm's
/// or finance bureau's report is an evaluation, a unit's report on its own money a self-evaluation, whatever the title says.
final class TypeFinder {

    private static final int TITLE_WITHIN = 12;
    private static final int SENTENCE = 40;
    private static final int NEWS_WITHIN = 30;
    /// One of the kinds that a cover offers, not chosen: 部门自评□.
    private static final Pattern TICK = Pattern.compile("[\\p{IsHan}]{0,4}自评\\s?□");
    private static final Pattern DATELINE = Pattern.compile("\\d{1,2}月\\d{1,2}日[，,上下晚]");

    private final FactWords words;

    TypeFinder(FactWords words) {
        this.words = words;
    }

    Found<DocumentType> find(Opening opening, @Nullable String title, @Nullable String agency, @Nullable String evaluator) {
        var name = title == null ? "" : title;
        if (words.endsWith("type.notice_end", name)) {
            return new Found<>(DocumentType.OTHER, "type:notice");
        }
        if (words.anyIn("type.monitoring", name)) {
            return new Found<>(DocumentType.MONITORING, "type:title");
        }
        if (words.anyIn("type.plan", name)) {
            return new Found<>(DocumentType.OTHER, "type:title");
        }
        if (words.anyIn("type.final_account", name) && !words.anyIn("type.self", name) && !words.endsWith("type.performance_end", name)) {
            return new Found<>(DocumentType.FINAL_ACCOUNT, "type:title");
        }
        if (evaluator == null && !words.anyIn("type.evaluation", name) && transfer(opening)) {
            return new Found<>(DocumentType.SELF_EVALUATION, "type:transfer");
        }
        if (evaluator == null && title(name) && (words.anyIn("type.notice", opening.text()) || news(opening))) {
            return new Found<>(DocumentType.OTHER, words.anyIn("type.notice", opening.text()) ? "type:notice" : "type:news");
        }
        if (evaluator != null) {
            return new Found<>(DocumentType.EVALUATION, "type:firm");
        }
        if (words.anyIn("type.self", name)) {
            return new Found<>(DocumentType.SELF_EVALUATION, "type:title");
        }
        if (words.anyIn("type.evaluation", name) || name.contains("绩效")) {
            return evaluation(opening, agency);
        }
        return words.anyIn("type.budget", name) ? new Found<>(DocumentType.OTHER, "type:title") : untitled(opening, name, agency);
    }

    /// 某文化馆整体支出绩效评价报告: on the whole of its own money a unit writes itself, unless somebody was called in.
    private boolean whole(Opening opening, @Nullable String agency) {
        return agency != null && opening.beginning(TITLE_WITHIN).stream().map(Opening.Line::text)
                .anyMatch(line -> line.contains("整体支出") && line.contains(agency) && line.length() < 60)
                && !words.anyIn("type.called_in", opening.text());
    }

    /// Whether the title leaves open what the paper is.
    private boolean title(String name) {
        return !name.contains("绩效") && !words.anyIn("type.self", name) && !words.anyIn("type.evaluation", name)
                && !words.anyIn("type.budget", name);
    }

    /// Self-evaluations of money that came from above follow one outline: its headings tell the kind where no title does.
    private boolean transfer(Opening opening) {
        return words.list("type.transfer").stream().filter(opening.text()::contains).limit(2).count() == 2;
    }

    /// 近日，某市司法局……: told by others, though its words be those of reports.
    private boolean news(Opening opening) {
        if (words.anyIn("own_voice", opening.text()) || words.anyIn("type.self", opening.text())) {
            return false;
        }
        return opening.beginning(8).stream().map(Opening.Line::text).filter(line -> line.length() > SENTENCE).findFirst()
                .filter(line -> words.anyIn("type.news", line.substring(0, NEWS_WITHIN)) || DATELINE.matcher(line).lookingAt())
                .isPresent();
    }

    private Found<DocumentType> evaluation(Opening opening, @Nullable String agency) {
        if (signedByFinance(opening) || agency != null && words.endsWith("finance", agency)) {
            return new Found<>(DocumentType.EVALUATION, "type:finance");
        }
        boolean own = words.anyIn("own_voice", opening.text()) || words.anyIn("type.self", unticked(opening.text()));
        if (!own && whole(opening, agency)) {
            return new Found<>(DocumentType.SELF_EVALUATION, "type:whole");
        }
        return own ? new Found<>(DocumentType.SELF_EVALUATION, "type:own-voice")
                : new Found<>(DocumentType.EVALUATION, "type:title");
    }

    private static String unticked(String text) {
        return text.indexOf('□') < 0 ? text : TICK.matcher(text).replaceAll("");
    }

    private boolean signedByFinance(Opening opening) {
        return opening.ending(6).stream().map(Opening.Line::text)
                .anyMatch(line -> line.length() < 30 && words.endsWith("finance", line));
    }

    private Found<DocumentType> untitled(Opening opening, String name, @Nullable String agency) {
        var text = opening.text();
        int self = count(text, "type.self");
        int monitoring = count(text, "type.monitoring");
        int evaluation = count(text, "type.evaluation");
        if (!text.contains("绩效")) {
            return words.anyIn("type.final_account", text) && count(text, "type.final_account") > 5
                    ? new Found<>(DocumentType.FINAL_ACCOUNT, "type:text") : new Found<>(DocumentType.OTHER, "type:none");
        }
        if (self > 0 && self >= monitoring) {
            return new Found<>(DocumentType.SELF_EVALUATION, "type:text");
        }
        if (monitoring > evaluation) {
            return new Found<>(DocumentType.MONITORING, "type:text");
        }
        // 某局关于某项资金使用情况: nobody evaluates under such a title but the unit itself.
        if (evaluation > 0 && agency != null && name.contains(agency) && !words.endsWith("finance", agency)) {
            return new Found<>(DocumentType.SELF_EVALUATION, "type:own-title");
        }
        return evaluation == 0 ? new Found<>(DocumentType.OTHER, "type:none") : evaluation(opening, null);
    }

    private int count(String text, String list) {
        return words.list(list).stream().mapToInt(word -> occurrences(text, word)).sum();
    }

    private static int occurrences(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }
}
