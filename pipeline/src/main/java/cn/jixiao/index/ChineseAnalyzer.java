package cn.jixiao.index;

import org.apache.lucene.analysis.Analyzer;

/// The index's one analyzer: words in the field of words, characters in all others.
final class ChineseAnalyzer extends Analyzer {

    /// Between two values of a field, so that no phrase runs from one into the next.
    private static final int GAP = 100;

    private final Lexicon lexicon;

    ChineseAnalyzer(Lexicon lexicon) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.lexicon = lexicon;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        return new TokenStreamComponents(field.equals(Fields.WORDS) ? new WordTokens(lexicon) : new CharacterGrams());
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }
}
