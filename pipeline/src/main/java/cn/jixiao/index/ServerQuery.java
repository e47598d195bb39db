package cn.jixiao.index;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;

/// Queries of this package in the language of OpenSearch, clause by clause: both match the same records with the same
/// scores, but for what asks for the words of an observation's sentence. That matches the same and scores nothing; see
/// [SentenceScores].
final class ServerQuery {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /// The field of characters: the record's own, or that of an observation's sentence.
    private final String characters;

    private ServerQuery(String characters) {
        this.characters = characters;
    }

    static ObjectNode of(Query query) {
        return new ServerQuery(Fields.CHARS).make(query, 1);
    }

    /// Of several filters at once, none of which scores.
    static ObjectNode all(Query... filters) {
        var made = JSON.objectNode();
        var all = made.putObject("bool").putArray("filter");
        for (var each : filters) {
            all.add(of(each));
        }
        return made;
    }

    /// Boosts go down to the leaves, as they do in Lucene.
    private ObjectNode make(Query query, float boost) {
        return switch (query) {
            case BoostQuery boosted -> make(boosted.getQuery(), boost * boosted.getBoost());
            case BooleanQuery all -> bool(all, boost);
            case TermQuery term -> term(term.getTerm(), boost);
            case PhraseQuery phrase -> leaf("match_phrase", characters, ServerTokens.phrase(phrase), boost);
            case MatchAllDocsQuery all -> constant("match_all", boost);
            case MatchNoDocsQuery none -> constant("match_none", 1);
            case PrefixQuery prefix -> prefix.getField().equals(Fields.CHARS)
                    ? leaf("prefix", characters, ServerTokens.gram(prefix.getPrefix().text()), boost) : pattern("prefix", prefix.getPrefix(), boost);
            case WildcardQuery wildcard -> pattern("wildcard", wildcard.getTerm(), boost);
            case IndexOrDocValuesQuery either -> make(either.getIndexQuery(), boost);
            case PointRangeQuery range -> range(range, boost);
            case TermInSetQuery set -> set(set);
            case ToChildBlockJoinQuery joined -> constantly(new ServerQuery(ServerDocuments.TOLD).make(own(joined), 1));
            default -> throw new IllegalArgumentException("no such query on servers: " + query.getClass().getSimpleName());
        };
    }

    /// The query over sentences that a join asks.
    static Query own(ToChildBlockJoinQuery joined) {
        return ((BooleanQuery) joined.getParentQuery()).clauses().getFirst().query();
    }

    private static ObjectNode constantly(ObjectNode filter) {
        var made = JSON.objectNode();
        made.putObject("constant_score").put("boost", 0).set("filter", filter);
        return made;
    }

    private static ObjectNode constant(String kind, float boost) {
        var made = JSON.objectNode();
        var its = made.putObject(kind);
        if (boost != 1) {
            its.put("boost", boost);
        }
        return made;
    }

    private ObjectNode bool(BooleanQuery all, float boost) {
        // Lucene finds nothing by prohibitions alone, OpenSearch everything else.
        if (all.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            return constant("match_none", 1);
        }
        var made = JSON.objectNode();
        var bool = made.putObject("bool");
        for (var clause : all.clauses()) {
            var kind = switch (clause.occur()) {
                case MUST -> "must";
                case SHOULD -> "should";
                case FILTER -> "filter";
                case MUST_NOT -> "must_not";
            };
            bool.withArray("/" + kind).add(make(clause.query(), boost));
        }
        if (all.getMinimumNumberShouldMatch() > 0) {
            bool.put("minimum_should_match", all.getMinimumNumberShouldMatch());
        }
        return made;
    }

    private ObjectNode term(Term term, float boost) {
        return switch (term.field()) {
            case Fields.CHARS -> leaf("term", characters, ServerTokens.gram(term.text()), boost);
            // Sentences have no words of their own.
            case Fields.WORDS -> characters.equals(Fields.CHARS) ? leaf("term", Fields.WORDS, ServerTokens.word(term.text()), boost)
                    : constant("match_none", 1);
            default -> leaf("term", term.field(), term.text(), boost);
        };
    }

    private ObjectNode pattern(String kind, Term term, float boost) {
        return term.field().equals(Fields.WORDS) && !characters.equals(Fields.CHARS) ? constant("match_none", 1)
                : leaf(kind, term.field(), term.text(), boost);
    }

    private static ObjectNode leaf(String kind, String field, String value, float boost) {
        var made = JSON.objectNode();
        var its = made.putObject(kind).putObject(field).put(kind.equals("match_phrase") ? "query" : "value", value);
        if (boost != 1) {
            its.put("boost", boost);
        }
        return made;
    }

    private static ObjectNode range(PointRangeQuery range, float boost) {
        var made = JSON.objectNode();
        var its = made.putObject("range").putObject(range.getField());
        if (range.getBytesPerDim() == Integer.BYTES) {
            its.put("gte", IntPoint.decodeDimension(range.getLowerPoint(), 0)).put("lte", IntPoint.decodeDimension(range.getUpperPoint(), 0));
        } else {
            double low = DoublePoint.decodeDimension(range.getLowerPoint(), 0);
            double high = DoublePoint.decodeDimension(range.getUpperPoint(), 0);
            if (low > high || Double.isNaN(low) || Double.isNaN(high)) {
                return constant("match_none", 1);
            }
            if (low > Double.NEGATIVE_INFINITY) {
                its.put("gte", low);
            }
            if (high < Double.POSITIVE_INFINITY) {
                its.put("lte", high);
            }
        }
        if (boost != 1) {
            its.put("boost", boost);
        }
        return made;
    }

    private static ObjectNode set(TermInSetQuery set) {
        var made = JSON.objectNode();
        var values = made.putObject("terms").putArray(set.getField());
        for (var each : texts(set)) {
            values.add(each);
        }
        return made;
    }

    private static List<String> texts(TermInSetQuery set) {
        var texts = new ArrayList<String>();
        var all = set.getBytesRefIterator();
        try {
            for (var next = all.next(); next != null; next = all.next()) {
                texts.add(next.utf8ToString());
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("memory cannot fail", e);
        }
        return texts;
    }
}
