package cn.jixiao.index;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

/// Strings are found in what is indexed today, and in workspaces that an earlier program made: it put in each character alone
/// as well, in the place of its pair.
class PhrasesTest {

    private static final List<String> TEXTS = List.of("办理案件", "案卷", "评查案", "案", "预算", "𠮷案𠮷");

    @Test
    void stringsAreFoundWhereSingleCharactersAreIndexedAndWhereTheyAreNot() throws IOException {
        for (var wanted : List.of("案", "件", "办", "𠮷", "案件", "理案件", "办理案件", "案卷", "案𠮷", "评查案", "无")) {
            var holding = TEXTS.stream().filter(text -> text.contains(wanted)).toList();
            assertEquals(holding, found(wanted, false), wanted);
            assertEquals(holding, found(wanted, true), wanted + " in an index of before");
        }
    }

    private static List<String> found(String wanted, boolean alone) throws IOException {
        try (var directory = new ByteBuffersDirectory()) {
            try (var writer = new IndexWriter(directory, new IndexWriterConfig(new ChineseAnalyzer(Lexicon.NONE)))) {
                for (var text : TEXTS) {
                    var made = new Document();
                    made.add(new StoredField("text", text));
                    made.add(alone ? new TextField(Fields.CHARS, new AloneToo(text)) : new TextField(Fields.CHARS, text, TextField.Store.NO));
                    writer.addDocument(made);
                }
            }
            try (var reader = DirectoryReader.open(directory)) {
                var searcher = new IndexSearcher(reader);
                var found = new ArrayList<String>();
                for (var hit : searcher.search(Phrases.exact(Fields.CHARS, wanted), TEXTS.size()).scoreDocs) {
                    found.add(searcher.storedFields().document(hit.doc).get("text"));
                }
                return TEXTS.stream().filter(found::contains).toList();
            }
        }
    }

    /// 办理案件 is 办 办理 理 理案 案 案件 件.
    private static final class AloneToo extends TokenStream {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<String> tokens = new ArrayList<>();
        private int next;

        AloneToo(String text) {
            var points = text.codePoints().mapToObj(Character::toString).toList();
            for (int i = 0; i < points.size(); i++) {
                tokens.add(points.get(i));
                if (i + 1 < points.size()) {
                    tokens.add(points.get(i) + points.get(i + 1));
                }
            }
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (next == tokens.size()) {
                return false;
            }
            var token = tokens.get(next++);
            term.append(token);
            increment.setPositionIncrement(token.codePointCount(0, token.length()) == 1 ? 1 : 0);
            return true;
        }

        @Override
        public void reset() {
            next = 0;
        }
    }
}
