package cn.jixiao.index;

import cn.jixiao.index.BadQueryException.Reason;
import cn.jixiao.index.SearchQuery.Level;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.jspecify.annotations.Nullable;

/// What people may write to search.
///
/// - `办理 农民工`, `办理 AND 农民工`: both, anywhere in the report; `OR`, `NOT`, `-`, brackets
/// - `"开展法治宣传"`: exactly these characters; nothing that stands in a report escapes
/// - 法律援助 finds 法援 too where `synonyms.yaml` says so; a quoted phrase does not
/// - a longer string (法律援助案件质量评估) finds its words apart as well, the string itself first
/// - `agency:临泽`, `title:`, `project:`, `source:`, `evaluator:`, `label:`, `breakdown:` any part of the name
/// - `region:620723`, `region:张掖` the area and those in it
/// - `year:2023`, `year:2020-2024`, `year:[2020 TO 2024]`, `year:>=2021`; `value:<70%`, `value:>=100万`; `type:monitoring`, `status:needs_ocr`
/// - `indicator:fund.execution_rate value:[0 TO 70]`, `indicator:legal_aid.*`, `role:target`, `unit:件`: observations
/// - `severity:error holds:false`, `rule:sum*`: findings
///
/// Where fewer passages than a page hold all of some plain words, those that hold some of them follow.
///
/// Full-width brackets, colons and quotation marks do as well as ordinary ones, small operators (`and`) as well as large ones,
/// and `单位:`, `地区:`, `年度:` and the like as well as the English names.
public final class QueryLanguage {

    /// A query understood.
    ///
    /// @param query over the records of a level
    /// @param words what the hits should show marked
    record Parsed(Query query, Set<String> words, Level level) {
    }

    private static final Pattern NOT_PLAIN = Pattern.compile("[:：\"“”()（）\\[\\]*?!&|~^\\\\/+-]|\\b(AND|OR|NOT)\\b");

    private static final Pattern BETWEEN = Pattern.compile("(\\d{4})[-—–至到](\\d{4})");
    private static final Pattern BOUND = Pattern.compile("([<>＜＞]=?|≥|≤)(.{1,40})");

    private final Lexicon lexicon;

    QueryLanguage(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// The fields that a query can name.
    public static List<String> fields() {
        return QueryField.names();
    }

    /// A text as a phrase of a query: exactly these characters.
    public static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /// @throws BadQueryException with the place where it goes wrong
    Parsed parse(String text) {
        if (text.isBlank()) {
            return new Parsed(MatchAllDocsQuery.INSTANCE, Set.of(), Level.REPORTS);
        }
        var plain = QueryText.plain(text);
        plain.refuseDeepNesting(text);
        var grammar = new Grammar(text);
        try {
            var query = positive(grammar.parse(plain.text()));
            return new Parsed(query, Phrases.strings(query), grammar.level());
        } catch (ParseException e) {
            throw plain.problem(text, e);
        }
    }

    /// What holds any of the words or their parts, for a text of plain words; empty where the text has operators, fields,
    /// quotation marks or wildcards, for then the user meant what it says.
    Optional<Query> any(String text) {
        if (text.isBlank() || NOT_PLAIN.matcher(text).find()) {
            return Optional.empty();
        }
        var any = new BooleanQuery.Builder();
        for (var word : text.strip().split("\\s+")) {
            any.add(new BoostQuery(new TextQueries(lexicon).loose(word), 2), Occur.SHOULD);
            new TextQueries(lexicon).parts(word).forEach(part -> any.add(part, Occur.SHOULD));
        }
        return Optional.of(any.build());
    }

    /// A query of prohibitions alone means everything else.
    private static Query positive(Query query) {
        if (query instanceof BooleanQuery all && !all.clauses().isEmpty()
                && all.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            var builder = new BooleanQuery.Builder().add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
            all.clauses().forEach(builder::add);
            return builder.build();
        }
        return query;
    }

    /// Lucene's grammar; what a word means is decided here, by its field.
    private final class Grammar extends QueryParser {

        private final String original;
        private final Set<QueryField> used = EnumSet.noneOf(QueryField.class);

        Grammar(String original) {
            super(QueryField.TEXT.key(), new ChineseAnalyzer(lexicon));
            this.original = original;
            setDefaultOperator(Operator.AND);
            setAllowLeadingWildcard(true);
        }

        Level level() {
            return used.stream().flatMap(field -> field.level().stream()).findFirst().orElse(Level.REPORTS);
        }

        @Override
        protected Query getFieldQuery(@Nullable String name, String text, boolean quoted) {
            var field = field(name);
            return switch (field.holds()) {
                case TEXT -> quoted ? Phrases.exact(Fields.CHARS, text) : new TextQueries(lexicon).loose(text);
                case NAME -> quoted ? Names.containing(field.stored(), text)
                        : new TextQueries(lexicon).named(field.stored(), text);
                case REGION -> text.matches("\\d{6}") ? new TermQuery(new Term("region_code", text))
                        : Names.containing(field.stored(), text);
                case KEYWORD -> new TermQuery(new Term(field.stored(), keyword(field, text)));
                case INTEGER -> integers(text);
                case DECIMAL -> decimals(field.stored(), text);
            };
        }

        @Override
        protected Query getFieldQuery(@Nullable String name, String text, int slop) {
            return getFieldQuery(name, text, true);
        }

        @Override
        protected Query getRangeQuery(@Nullable String name, @Nullable String from, @Nullable String to,
                boolean withFrom, boolean withTo) {
            var field = field(name);
            return switch (field.holds()) {
                case INTEGER -> FilterQuery.years(open(from) ? Integer.MIN_VALUE : integer(from) + (withFrom ? 0 : 1),
                        open(to) ? Integer.MAX_VALUE : integer(to) - (withTo ? 0 : 1));
                case DECIMAL -> DoublePoint.newRangeQuery(field.stored(),
                        open(from) ? Double.NEGATIVE_INFINITY : withFrom ? decimal(from) : DoublePoint.nextUp(decimal(from)),
                        open(to) ? Double.POSITIVE_INFINITY : withTo ? decimal(to) : DoublePoint.nextDown(decimal(to)));
                case TEXT, NAME, REGION, KEYWORD -> throw bad(Reason.NOT_A_RANGE, field.key());
            };
        }

        @Override
        protected Query getPrefixQuery(@Nullable String name, String start) {
            var field = field(name);
            return switch (field.holds()) {
                case KEYWORD -> new PrefixQuery(new Term(field.stored(), Keywords.of(field, start)));
                case TEXT -> Phrases.exact(field.stored(), start);
                case NAME, REGION -> Names.containing(field.stored(), start);
                case INTEGER, DECIMAL -> throw bad(Reason.NOT_A_NUMBER, start + "*");
            };
        }

        @Override
        protected Query getWildcardQuery(@Nullable String name, String pattern) {
            var field = field(name);
            if (pattern.equals("*")) {
                return MatchAllDocsQuery.INSTANCE;
            }
            return switch (field.holds()) {
                case KEYWORD -> new WildcardQuery(new Term(field.stored(), Keywords.of(field, pattern)));
                case TEXT -> new WildcardQuery(new Term(Fields.WORDS, Folding.key(pattern)));
                case NAME, REGION, INTEGER, DECIMAL -> throw bad(Reason.UNSUPPORTED, pattern);
            };
        }

        @Override
        protected Query getFuzzyQuery(@Nullable String name, String text, float similarity) {
            throw bad(Reason.UNSUPPORTED, text + "~");
        }

        @Override
        protected Query getRegexpQuery(@Nullable String name, String text) {
            throw bad(Reason.UNSUPPORTED, text);
        }

        private QueryField field(@Nullable String name) {
            var known = QueryField.of(name == null ? QueryField.TEXT.key() : name);
            var field = known.orElseThrow(() -> bad(Reason.UNKNOWN_FIELD, String.valueOf(name)));
            used.add(field);
            return field;
        }

        private String keyword(QueryField field, String text) {
            // An id is ASCII; nothing would be found by 执行率, and it would look as if nothing were there.
            if (field == QueryField.INDICATOR && text.chars().anyMatch(Character::isIdeographic)) {
                throw bad(Reason.UNKNOWN_INDICATOR, text);
            }
            return Keywords.of(field, text);
        }

        /// `2023`, `2020-2024`, `>=2021`.
        private Query integers(String text) {
            var between = BETWEEN.matcher(text);
            if (between.matches()) {
                return FilterQuery.years(integer(between.group(1)), integer(between.group(2)));
            }
            var bound = BOUND.matcher(text);
            if (!bound.matches()) {
                return FilterQuery.years(integer(text), integer(text));
            }
            int year = integer(bound.group(2));
            return switch (bound.group(1)) {
                case ">", "＞" -> FilterQuery.years(year + 1, Integer.MAX_VALUE);
                case "<", "＜" -> FilterQuery.years(Integer.MIN_VALUE, year - 1);
                case ">=", "≥", "＞=" -> FilterQuery.years(year, Integer.MAX_VALUE);
                default -> FilterQuery.years(Integer.MIN_VALUE, year);
            };
        }

        /// `87.5`, `>=100万`, `<70%`.
        private Query decimals(String field, String text) {
            var bound = BOUND.matcher(text);
            if (!bound.matches()) {
                return DoublePoint.newExactQuery(field, decimal(text));
            }
            double value = decimal(bound.group(2));
            return switch (bound.group(1)) {
                case ">", "＞" -> DoublePoint.newRangeQuery(field, DoublePoint.nextUp(value), Double.POSITIVE_INFINITY);
                case "<", "＜" -> DoublePoint.newRangeQuery(field, Double.NEGATIVE_INFINITY, DoublePoint.nextDown(value));
                case ">=", "≥", "＞=" -> DoublePoint.newRangeQuery(field, value, Double.POSITIVE_INFINITY);
                default -> DoublePoint.newRangeQuery(field, Double.NEGATIVE_INFINITY, value);
            };
        }

        private static boolean open(@Nullable String end) {
            return end == null || end.equals("*");
        }

        private int integer(String text) {
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw bad(Reason.NOT_A_NUMBER, text);
            }
        }

        private double decimal(String text) {
            try {
                var digits = text.replace(",", "").replaceAll("(元|%|％)$", "");
                int tens = digits.endsWith("万") ? 4 : digits.endsWith("亿") ? 8 : 0;
                return new java.math.BigDecimal(tens == 0 ? digits : digits.substring(0, digits.length() - 1))
                        .scaleByPowerOfTen(tens).doubleValue();
            } catch (NumberFormatException e) {
                throw bad(Reason.NOT_A_NUMBER, text);
            }
        }

        private BadQueryException bad(Reason reason, String what) {
            int position = original.toLowerCase(Locale.ROOT).indexOf(what.toLowerCase(Locale.ROOT));
            return new BadQueryException(reason, Math.max(0, position), what, original);
        }
    }

    /// Words of the running text.
    private record TextQueries(Lexicon lexicon) {

        /// Up to here a string is one word and is not cut, so that most queries need no segmenter.
        private static final int ONE_WORD = 4;

        /// Names are found by any part, or by another word for it.
        Query named(String field, String text) {
            var any = new BooleanQuery.Builder();
            lexicon.synonyms().variants(text).forEach(each -> any.add(Names.containing(field, each), Occur.SHOULD));
            return any.build();
        }

        /// The string as it stands first, then other words for it, then its words apart.
        Query loose(String text) {
            var any = new BooleanQuery.Builder();
            any.add(new BoostQuery(Phrases.exact(Fields.CHARS, text), 3), Occur.SHOULD);
            // A word of the segmenter's adds to the score; what is found is decided by characters alone.
            any.add(new TermQuery(new Term(Fields.WORDS, Folding.key(text))), Occur.SHOULD);
            lexicon.synonyms().variants(text).stream().skip(1)
                    .forEach(each -> any.add(new BoostQuery(Phrases.exact(Fields.CHARS, each), 2), Occur.SHOULD));
            if (text.length() > ONE_WORD) {
                var words = lexicon.cut(text);
                if (words.size() > 1) {
                    any.add(apart(words), Occur.SHOULD);
                }
            }
            return any.build();
        }

        /// The words in a string, other words for them, and of longer ones every pair of characters.
        List<Query> parts(String text) {
            var parts = new ArrayList<Query>();
            for (var word : lexicon.cut(text)) {
                if (word.length() < 2) {
                    continue;
                }
                lexicon.synonyms().group(word).forEach(each -> parts.add(Phrases.exact(Fields.CHARS, each)));
                for (int i = 0; word.length() > 2 && i + 2 <= word.length(); i++) {
                    parts.add(new BoostQuery(Phrases.exact(Fields.CHARS, word.substring(i, i + 2)), 0.5f));
                }
            }
            return parts;
        }

        private Query apart(List<String> words) {
            var all = new BooleanQuery.Builder();
            for (var word : words) {
                var any = new BooleanQuery.Builder();
                lexicon.synonyms().group(word).forEach(each -> {
                    any.add(Phrases.exact(Fields.CHARS, each), Occur.SHOULD);
                    any.add(new TermQuery(new Term(Fields.WORDS, Folding.key(each))), Occur.SHOULD);
                });
                all.add(any.build(), Occur.MUST);
            }
            return all.build();
        }
    }
}
