package cn.jixiao.structure;

import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Period;
import java.time.Year;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the months reported on. A report covers its whole year unless its title, or for a monitoring report its
/// beginning, names a part.
final class PeriodFinder {

    private static final Pattern MONTHS = Pattern.compile("(?<!\\d)(\\d{1,2})\\s{0,3}月?\\s{0,3}(?:份)?\\s{0,3}[-—–－~～至到]\\s{0,3}(\\d{1,2})\\s{0,3}月(?!\\s{0,3}\\d{1,2}\\s{0,3}日)");
    private static final Pattern DATES = Pattern.compile("(?<!\\d)(\\d{1,2})\\s{0,3}月\\s{0,3}\\d{1,2}\\s{0,3}日\\s{0,3}[-—–－~～至到]\\s{0,3}"
            + "(?:20\\d{2}\\s{0,3}年)?\\s{0,3}(\\d{1,2})\\s{0,3}月\\s{0,3}\\d{1,2}\\s{0,3}日");
    private static final Pattern UP_TO = Pattern.compile("截[至止](?:到)?\\s{0,3}(?:20\\d{2}\\s{0,3}年)?\\s{0,3}(\\d{1,2})\\s{0,3}月");
    private static final Pattern POINT = Pattern.compile("(?:时间?节?点|基准日|时点)[^。\\d]{0,8}(?:20\\d{2}\\s{0,3}年)?\\s{0,3}(\\d{1,2})\\s{0,3}月");
    private static final int BEGINNING = 4000;

    Optional<Found<Period>> find(Opening opening, @Nullable String title, DocumentType type, @Nullable Integer year) {
        if (year == null) {
            return Optional.empty();
        }
        var inTitle = title == null ? Optional.<Period>empty() : part(title, year);
        if (inTitle.isPresent()) {
            return Optional.of(new Found<>(inTitle.get(), "period:title"));
        }
        if (type == DocumentType.MONITORING) {
            var text = opening.text().substring(0, Math.min(BEGINNING, opening.text().length()));
            var found = upTo(POINT, text, year).or(() -> part(text, year)).or(() -> between(text, year))
                    .or(() -> upTo(UP_TO, text, year));
            if (found.isPresent()) {
                return Optional.of(new Found<>(found.get(), "period:text"));
            }
        }
        return Optional.of(new Found<>(Period.year(year), "period:year"));
    }

    private static Optional<Period> part(String text, int year) {
        var months = MONTHS.matcher(text).results().filter(PeriodFinder::months).findFirst();
        if (months.isPresent()) {
            return Optional.of(period(year, Integer.parseInt(months.get().group(1)), Integer.parseInt(months.get().group(2))));
        }
        for (var word : WORDS) {
            if (text.contains(word.text)) {
                return Optional.of(period(year, word.from, word.to));
            }
        }
        return Optional.empty();
    }

    /// From date to date, a project's whole year left aside.
    private static Optional<Period> between(String text, int year) {
        return DATES.matcher(text).results().filter(PeriodFinder::months)
                .map(match -> period(year, Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2))))
                .filter(period -> !period.isWholeYear()).findFirst();
    }

    /// A stretch of a year and what it is called.
    private record Word(String text, int from, int to) {
    }

    private static final Word[] WORDS = {new Word("上半年", 1, 6), new Word("下半年", 7, 12), new Word("前三季度", 1, 9),
        new Word("前三个季度", 1, 9), new Word("第一季度", 1, 3), new Word("一季度", 1, 3), new Word("前两季度", 1, 6),
        new Word("第二季度", 4, 6), new Word("二季度", 4, 6), new Word("第三季度", 7, 9), new Word("三季度", 7, 9),
        new Word("第四季度", 10, 12), new Word("四季度", 10, 12)};

    private static boolean months(MatchResult match) {
        int from = Integer.parseInt(match.group(1));
        int to = Integer.parseInt(match.group(2));
        return 1 <= from && from < to && to <= 12;
    }

    private static Optional<Period> upTo(Pattern pattern, String text, int year) {
        return pattern.matcher(text).results().map(match -> Integer.parseInt(match.group(1)))
                .filter(month -> 1 <= month && month <= 12).findFirst().map(month -> period(year, 1, month));
    }

    private static Period period(int year, int from, int to) {
        return new Period(Year.of(year).atMonth(from), Year.of(year).atMonth(to));
    }
}
