package cn.jixiao.mention;

import cn.jixiao.dictionary.Exclusions;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Units;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import java.nio.file.Path;
import java.util.List;

/// The finder with the program's own dictionaries, and documents of one paragraph.
final class Fixture {

    static final Shelf SHELF = Shelf.of(Path.of(System.getProperty("jixiao.home", "..")).resolve("dictionaries"));
    static final MentionFinder FINDER = new MentionFinder(Units.load(SHELF), Exclusions.load(SHELF));
    static final Outline NOTHING = new Outline(Facts.UNKNOWN, List.of(), List.of(), List.of(), List.of());

    private Fixture() {
    }

    static Document document(String text) {
        var blocks = text.isEmpty() ? List.<cn.jixiao.document.Block>of()
                : List.<cn.jixiao.document.Block>of(new Paragraph(new Span(0, text.length())));
        return new Document("id", "source", "text/plain", text, blocks, List.of(), Layout.NONE, List.of());
    }

    static Mentions find(String text) {
        return FINDER.find(document(text), NOTHING);
    }

    /// `raw|kind|comparator|value|unit`.
    static String line(Mention mention) {
        var quantity = mention.quantity();
        return String.join("|", mention.raw(), quantity.kind().key(), quantity.comparator().symbol(),
                quantity.value().toPlainString(), quantity.unit());
    }
}
