package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the fiscal year reported on: in the title, in the form, else the year the text speaks of most. A report is
/// signed in the year after, so the year of signing is no answer.
final class YearFinder {

    // What must not stand before a year is asked behind its first digits: asked before them, it is asked of every character.
    private static final Pattern YEAR = Pattern.compile(
            "(20(?<!\\d20)\\d{2})\\s{0,3}(?:年?\\s{0,3}[-—–~～至到]\\s{0,3}(20\\d{2})\\s{0,3})?(?:年(\\s{0,3}度)?|(\\s{0,3}度))");
    private static final Pattern CHINESE = Pattern.compile("([二])([〇○零Ｏ0])([〇○零Ｏ0一二三四])([〇○零Ｏ0一二三四五六七八九])\\s{0,3}年");
    private static final Pattern FORM = Pattern.compile("^[（(]?\\s{0,3}(20\\d{2})\\s{0,3}年\\s{0,3}度?\\s{0,3}[）)]?$");
    private static final Pattern CALLED_FOR = Pattern.compile(
            "(20(?<!\\d20)\\d{2})\\s{0,3}年度[^》。\\n]{0,40}?(?:自评|绩效评价|决算|监控)[^》。\\n]{0,20}》");
    private static final Pattern MONITORED = Pattern.compile("(20(?<!\\d20)\\d{2})\\s{0,3}年[^》。\\n]{0,30}监控[^》。\\n]{0,20}》");
    /// A school year's first term lies in its first year, most of the rest in its second.
    private static final Pattern SCHOOL = Pattern.compile("(20(?<!\\d20)\\d{2})\\s?年?\\s?[-—–~～至到]{1,2}\\s?(20\\d{2})\\s?学年(?:度)?(第一学期|上学期)?");
    private static final Pattern BUDGETED = Pattern.compile(
            "(?:下达|批复|拨付|安排)(?:[^》。\\n0-9]{0,15})(20\\d{2})\\s{0,3}年[^》。\\n]{0,40}(?:预算|资金|经费)[^》。\\n]{0,10}》");
    private static final Pattern SIGNED = Pattern.compile("(20\\d{2})\\s{0,3}[年.\\-/]\\s{0,3}(\\d{1,2})\\s{0,3}[月.\\-/]?\\s{0,3}\\d{0,2}\\s{0,3}日?");
    private static final Pattern THIS_YEAR = Pattern.compile("今年|本年");
    private static final Pattern UP_TO = Pattern.compile("[截至止到]");
    private static final Pattern CITED = Pattern.compile("(20(?<!\\d20)\\d{2})\\s{0,3}年度?[^》。\\n]{0,40}(?:资金|预算|项目|经费|计划|补助)[^》。\\n]{0,30}》");
    private static final Pattern FOUR = Pattern.compile("^\\D{0,3}(20\\d{2})(?:\\D|$)");
    private static final Pattern IN_NAME = Pattern.compile("(?<!\\d)(20[0-4]\\d)(?!\\d)");

    private static final Pattern DAY = Pattern.compile("\\d{1,2}\\s*月\\s{0,3}\\d{1,2}\\s{0,3}日");
    private static final Pattern YEAR_END = Pattern.compile("12\\s*月\\s{0,3}31");
    private static final Pattern MONTH = Pattern.compile("\\d{1,2}\\s*月");
    private static final Pattern SINCE = Pattern.compile("(?:\\s?\\d{1,2}月)?(?:\\d{1,2}日)?(?:起|开始|至今).*");
    private static final Pattern CLAUSE_END = Pattern.compile("[，。；、\\n]");

    /// @param year printed under the report, or 0
    /// @param month 1 to 12, or 0
    private record Signing(int year, int month) {
    }

    private final FactWords words;

    YearFinder(FactWords words) {
        this.words = words;
    }

    Optional<Found<Integer>> find(Opening opening, @Nullable String title) {
        var signing = signing(opening);
        var weights = weights(opening);
        return inTitle(title, signing, weights).or(() -> inForm(opening)).or(() -> spoken(weights, signing))
                .or(() -> inName(opening)).or(() -> cited(opening)).or(() -> dated(opening, signing, title != null && words.anyIn("type.monitoring", title)));
    }

    private static String digits(String text) {
        return !tellsChineseYear(text) ? text : CHINESE.matcher(text).replaceAll(found -> digit(found, 1) + digit(found, 2) + digit(found, 3)
                + digit(found, 4) + "年");
    }

    /// Whether 二〇 stands in the text, with whatever sign for the nought.
    private static boolean tellsChineseYear(String text) {
        for (int at = text.indexOf('二'); at >= 0 && at + 1 < text.length(); at = text.indexOf('二', at + 1)) {
            if ("〇○零Ｏ0".indexOf(text.charAt(at + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String digit(MatchResult found, int group) {
        int at = "〇一二三四五六七八九".indexOf(found.group(group));
        return at < 0 ? "0" : Integer.toString(at);
    }

    private static Optional<Found<Integer>> inTitle(@Nullable String title, Signing signing, Map<Integer, Double> weights) {
        if (title == null) {
            return Optional.empty();
        }
        MatchResult best = null;
        for (var match : YEAR.matcher(digits(title)).results().toList()) {
            boolean better = best == null || fiscal(match) && !fiscal(best);
            best = better ? match : best;
        }
        if (best == null) {
            return Optional.empty();
        }
        int year = Integer.parseInt(best.group(2) == null ? best.group(1) : best.group(2));
        double before = weights.getOrDefault(year - 1, 0.0);
        boolean ofSigning = !fiscal(best) && signing.year() == year && signing.month() <= 7
                && !title.contains("监控") && before > 3 * Math.max(1, weights.getOrDefault(year, 0.0));
        return Optional.of(ofSigning ? new Found<>(year - 1, "year:before-signing") : new Found<>(year, "year:title"));
    }

    private static boolean fiscal(MatchResult match) {
        return match.group(3) != null || match.group(4) != null;
    }

    private Optional<Found<Integer>> inForm(Opening opening) {
        for (var line : opening.beginning(15)) {
            var match = FORM.matcher(line.text());
            if (match.matches()) {
                return Optional.of(new Found<>(Integer.parseInt(match.group(1)), "year:form"));
            }
        }
        for (var label : words.list("year.label")) {
            for (var value : opening.labelled().getOrDefault(label, List.of())) {
                var match = FOUR.matcher(value);
                if (match.find()) {
                    return Optional.of(new Found<>(Integer.parseInt(match.group(1)), "year:form"));
                }
            }
        }
        return Optional.empty();
    }

    /// How much each year is spoken of: 年度 counts thrice, a date little, cited papers not at all.
    private static Map<Integer, Double> weights(Opening opening) {
        var text = digits(opening.shown());
        var weights = new TreeMap<Integer, Double>();
        years(text).forEach(match -> {
            var last = match.group(2) == null ? match.group(1) : match.group(2);
            weights.merge(Integer.parseInt(last), weight(match, text), Double::sum);
        });
        // The notice that called for the report names its fiscal year: 《关于开展2022年度绩效自评工作的通知》.
        told(CALLED_FOR, "》", opening)
                .forEach(match -> weights.merge(Integer.parseInt(match.group(1)), 2.0, Double::sum));
        // So does the notice that gave the money: 《关于下达2024年部门预算的通知》.
        told(BUDGETED, "》", opening)
                .forEach(match -> weights.merge(Integer.parseInt(match.group(1)), 0.5, Double::sum));
        // The notice that called for monitoring is of the same year: 《关于开展2021年预算绩效运行监控工作的通知》.
        told(MONITORED, "监控", opening)
                .forEach(match -> weights.merge(Integer.parseInt(match.group(1)), 2.0, Double::sum));
        told(SCHOOL, "学年", opening).forEach(match ->
                weights.merge(Integer.parseInt(match.group(match.group(3) == null ? 2 : 1)), 1.0, Double::sum));
        relative(opening, weights);
        return weights;
    }

    /// Where a year stands: the pattern is tried only where its first digits are.
    private static List<MatchResult> years(String text) {
        var found = new ArrayList<MatchResult>();
        var matcher = YEAR.matcher(text).useTransparentBounds(true);
        for (int at = text.indexOf("20"); at >= 0;) {
            boolean year = matcher.region(at, text.length()).lookingAt();
            if (year) {
                found.add(matcher.toMatchResult());
            }
            at = text.indexOf("20", year ? matcher.end() : at + 1);
        }
        return found;
    }

    /// Where a pattern matches, which does so nowhere without some word in the text.
    private static Stream<MatchResult> told(Pattern pattern, String word, Opening opening) {
        return opening.text().contains(word) ? pattern.matcher(opening.text()).results() : Stream.empty();
    }

    /// 今年 on a page that says when it was put out.
    private static void relative(Opening opening, Map<Integer, Double> weights) {
        if (opening.text().contains("今年")) {
            opening.beginning(6).stream().filter(YearFinder::printed).map(line -> SIGNED.matcher(line.text())).filter(Matcher::find).findFirst()
                    .ifPresent(match -> weights.merge(Integer.parseInt(match.group(1)), 2.0, Double::sum));
        }
    }

    private static double weight(MatchResult match, String text) {
        // A plan's years: 2021-2025年.
        if (match.group(2) != null && Integer.parseInt(match.group(2)) - Integer.parseInt(match.group(1)) > 1) {
            return 0;
        }
        if (isStart(match, text)) {
            return 0;
        }
        if (fiscal(match)) {
            return match.group(2) == null ? 3 : 1;
        }
        // 自2018年上线以来 tells when something began.
        var before = text.substring(Math.max(0, match.start() - 1), match.start());
        var rest = text.substring(match.end(), Math.min(text.length(), match.end() + 16));
        if (before.equals("自") || rest.contains("以来")) {
            return 0;
        }
        var next = text.substring(match.end(), Math.min(text.length(), match.end() + 12)).strip();
        if (DAY.matcher(next).lookingAt()) {
            return YEAR_END.matcher(next).lookingAt() || UP_TO.matcher(text.substring(Math.max(0, match.start() - 3), match.start())).find() ? 1 : 0.1;
        }
        return MONTH.matcher(next).lookingAt() ? 0.3 : 1;
    }

    /// 自2006年试点以来, 2018年5月起: since when something is so, not the year that is told of.
    private static boolean isStart(MatchResult match, String text) {
        var before = text.substring(Math.max(0, match.start() - 1), match.start());
        var after = text.substring(match.end(), Math.min(text.length(), match.end() + 16));
        var clause = CLAUSE_END.split(after, 2)[0];
        boolean begins = before.isEmpty() || "自从于".contains(before) || !Character.isIdeographic(before.charAt(0));
        return clause.contains("以来") || SINCE.matcher(clause).matches() && begins;
    }

    private static Optional<Found<Integer>> spoken(Map<Integer, Double> weights, Signing signing) {
        int best = 0;
        double most = 0;
        for (var each : weights.entrySet()) {
            boolean late = signing.year() > 0 && each.getKey() > signing.year();
            if (!late && each.getValue() >= most && each.getValue() >= 0.3) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best == 0 ? Optional.empty() : Optional.of(new Found<>(best, "year:text"));
    }

    /// A form that tells no year may be filed under one.
    private static Optional<Found<Integer>> inName(Opening opening) {
        var match = IN_NAME.matcher(opening.fileName());
        return match.find() ? Optional.of(new Found<>(Integer.parseInt(match.group(1)), "year:file")) : Optional.empty();
    }

    /// Where the report names no year, the papers about its money do: 《关于下达2022年度涉农资金的通知》.
    private static Optional<Found<Integer>> cited(Opening opening) {
        return CITED.matcher(opening.text()).results().map(match -> Integer.parseInt(match.group(1))).max(Integer::compare)
                .map(year -> new Found<>(year, "year:cited"));
    }

    /// News tell of 今年 below the day they were put out; what else names no year is of the year before the day it was
    /// signed or put out, unless that is late in the year.
    private static Optional<Found<Integer>> dated(Opening opening, Signing signing, boolean monitored) {
        if (!THIS_YEAR.matcher(opening.text()).find()) {
            return signing.month() == 0 ? Optional.empty()
                    : Optional.of(new Found<>(signing.month() <= 8 && !monitored ? signing.year() - 1 : signing.year(), "year:signing"));
        }
        var lines = new ArrayList<>(opening.beginning(10));
        lines.addAll(opening.ending(6));
        return lines.stream().filter(YearFinder::printed).map(line -> SIGNED.matcher(line.text())).filter(Matcher::find).findFirst()
                .map(match -> new Found<>(Integer.parseInt(match.group(1)), "year:dateline"));
    }

    /// A line about the page, not of the text.
    private static boolean printed(Opening.Line line) {
        return line.text().length() < 80;
    }

    private static Signing signing(Opening opening) {
        for (var line : opening.ending(6)) {
            var match = SIGNED.matcher(digits(line.text()));
            if (line.text().length() < 40 && !line.text().endsWith("。") && match.find() && match.end() > line.text().length() - 10) {
                int month = Integer.parseInt(match.group(2));
                // 2021-2022 is no date.
                if (month <= 12) {
                    return new Signing(Integer.parseInt(match.group(1)), month);
                }
            }
        }
        return new Signing(0, 0);
    }
}
