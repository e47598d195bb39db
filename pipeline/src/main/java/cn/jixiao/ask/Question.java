package cn.jixiao.ask;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Comparator;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Indicator.Term;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a question for figures as a report is read: the same rules that find 执行率54.5% in a report find what
/// 哪些县执行率低于70% asks for. Every phrasing that reports use is understood, and what the dictionaries learn, questions
/// may ask.
public record Question(Pipeline pipeline, Indicators indicators) {

    private static final int LONGEST = 200;
    /// People say 低于70 where reports print the percent sign.
    private static final Pattern BARE = Pattern.compile("([过于足到达超])(\\d{1,3}(?:\\.\\d{1,4})?)(?=$|[的，。？?\\s])");
    private static final Pattern BARE_MONEY = Pattern.compile("(\\d[万亿])(?=$|[的以，。？?\\s])");
    /// Whoever says one of these wants figures, not reports in which the words stand.
    private static final Pattern BOUND = Pattern.compile("[低高少多大小超过不未以至到之]");
    private static final Pattern DIGITS = Pattern.compile("\\d|[一二三四五六七八九十百千万半]");

    public static Question of(Dictionaries dictionaries) {
        return new Question(new Pipeline(dictionaries), dictionaries.indicators());
    }

    /// Whether reading the words may be worth the while, told at a glance: neither quoted nor in the query language, and
    /// a number among them.
    public static boolean isOne(String words) {
        return words.length() <= LONGEST && words.chars().noneMatch(each -> ":：\"“”[]".indexOf(each) >= 0)
                && DIGITS.matcher(words).find() && BOUND.matcher(words).find();
    }

    /// The query that finds the figures asked for; nothing where the words ask for none, or name a figure without asking for
    /// more, less or a range: those may be meant to be found as they stand.
    ///
    /// @param words as somebody typed them
    public Optional<String> meant(String words) {
        if (!isOne(words)) {
            return Optional.empty();
        }
        return read(words, null).or(() -> with(BARE, "$1$2%", words, Kind.RATE))
                .or(() -> with(BARE_MONEY, "$1元", words, Kind.AMOUNT)).filter(Meant::bounded).map(Meant::query);
    }

    /// With the unit that people leave out and reports do not.
    private Optional<Meant> with(Pattern bare, String whole, String words, Kind kind) {
        return Optional.of(bare.matcher(words).replaceAll(whole)).filter(its -> !its.equals(words)).flatMap(its -> read(its, kind));
    }

    private Optional<Meant> read(String words, @Nullable Kind only) {
        var told = pipeline.extract(Document.ofWords(words)).observations().stream()
                .filter(each -> only == null || each.quantity().kind() == only).toList();
        return told.stream().map(each -> indicator(each, words)).flatMap(Optional::stream).findFirst()
                .map(indicator -> meant(indicator, told.stream().filter(each -> indicator(each, words).equals(Optional.of(indicator))).toList()));
    }

    /// What the figure counts, by the rules of reports; else by the longest term before it: of 案件超过500件的单位 a report
    /// would say another thing than a question does.
    private Optional<String> indicator(Observation told, String words) {
        if (told.indicator() != null) {
            return Optional.of(told.indicator());
        }
        int at = words.indexOf(told.raw());
        var before = at < 0 ? words : words.substring(0, at);
        return indicators.all().stream().filter(each -> each.kind() == told.quantity().kind()
                        && Stream.concat(Stream.of(each.name()), each.terms().stream().map(Term::words)).anyMatch(before::endsWith))
                .max(java.util.Comparator.comparingInt(each -> longest(each, before))).map(Indicator::id);
    }

    private static int longest(Indicator indicator, String before) {
        return Stream.concat(Stream.of(indicator.name()), indicator.terms().stream().map(Term::words)).filter(before::endsWith)
                .mapToInt(String::length).max().orElse(0);
    }

    /// How words were understood.
    private record Meant(String query, boolean bounded) {
    }

    private static Meant meant(String indicator, List<Observation> told) {
        var clauses = new LinkedHashSet<>(Set.of("indicator:" + indicator));
        told.forEach(each -> clauses.add("value:" + bound(each)));
        told.stream().map(Observation::year).filter(Objects::nonNull).findFirst().ifPresent(year -> clauses.add("year:" + year));
        told.stream().map(Observation::region).filter(Objects::nonNull).findFirst().ifPresent(area -> clauses.add("region:" + area.code()));
        clauses.add("role:" + told.getFirst().role().name().toLowerCase(Locale.ROOT));
        return new Meant(String.join(" ", clauses), told.stream().anyMatch(each -> each.quantity().comparator() != Comparator.EQ
                && each.quantity().comparator() != Comparator.ABOUT));
    }

    private static String bound(Observation told) {
        var value = told.quantity().value().stripTrailingZeros().toPlainString();
        return switch (told.quantity().comparator()) {
            case EQ, ABOUT -> "[" + value + " TO " + value + "]";
            case GT, GE, LT, LE -> told.quantity().comparator().symbol() + value;
        };
    }
}
