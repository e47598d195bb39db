package cn.jixiao.index;

import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.util.automaton.ByteRunAutomaton;

/// Finds observations by the words of their sentence. A sentence of ten figures is in the index once, behind its ten
/// observations.
final class Sentences {

    private static final Query ALL = LuceneRecords.record(Fields.SENTENCE);
    private static final BitSetProducer PLACES = new QueryBitSetProducer(ALL);

    private Sentences() {
    }

    /// A query over observations, of one that asks for their sentences' characters as if they were their own.
    static Query joined(Query query) {
        if (asksOnlyText(query)) {
            return new ToChildBlockJoinQuery(new BooleanQuery.Builder().add(query, Occur.MUST).add(ALL, Occur.FILTER).build(), PLACES);
        }
        return switch (query) {
            case BooleanQuery all -> {
                var joined = new BooleanQuery.Builder().setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
                all.clauses().forEach(each -> joined.add(joined(each.query()), each.occur()));
                yield joined.build();
            }
            case BoostQuery boosted -> new BoostQuery(joined(boosted.getQuery()), boosted.getBoost());
            default -> query;
        };
    }

    /// Whether it asks for something in the text and for nothing else. Prohibitions alone are none.
    private static boolean asksOnlyText(Query query) {
        if (query instanceof BooleanQuery all && all.clauses().stream().allMatch(BooleanClause::isProhibited)) {
            return false;
        }
        var asked = new Asked();
        query.visit(asked);
        return asked.text && !asked.other;
    }

    /// Which fields a query asks for.
    private static final class Asked extends QueryVisitor {

        private boolean text;
        private boolean other;

        @Override
        public boolean acceptField(String field) {
            boolean its = List.of(Fields.CHARS, Fields.WORDS).contains(field);
            text |= its;
            other |= !its;
            return its;
        }

        @Override
        public void consumeTerms(Query leaf, Term... terms) {
            for (var term : terms) {
                acceptField(term.field());
            }
        }

        /// Single characters, the beginnings of pairs. Patterns over words ask for what sentences have not.
        @Override
        public void consumeTermsMatching(Query leaf, String field, Supplier<ByteRunAutomaton> matching) {
            other |= !field.equals(Fields.CHARS);
        }

        @Override
        public void visitLeaf(Query leaf) {
            other = true;
        }

        @Override
        public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
        }
    }
}
