package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What has been read so far in the same paragraph: the numbers in order, and the sentence before.
final class Told {

    private static final int OPENING_LINE = 24;

    private final Scene scene;
    private final Folded text;
    private final List<Draft> drafts = new ArrayList<>();
    private Span previous = new Span(0, 0);
    private int paragraph;
    private int list = -1;
    private @Nullable Draft item;

    Told(Scene scene) {
        this.scene = scene;
        this.text = scene.text;
    }

    /// Forgets all numbers where a new paragraph begins, unless the one before ended in 其中： or goes on with such a list.
    void open(Span sentence) {
        if (sameParagraph(sentence)) {
            return;
        }
        int opener = opener(previous);
        boolean goesOn = list >= 0 && !drafts.isEmpty() && drafts.getLast().part && drafts.getLast().end() >= paragraph;
        list = opener >= 0 && !drafts.isEmpty() ? opener : goesOn ? list : -1;
        // 资金构成为： in a line of its own still speaks of the paragraph before.
        if (list < 0 && !(sentence.length() <= OPENING_LINE && opener(sentence) >= 0)) {
            drafts.clear();
        }
        paragraph = sentence.start();
    }

    /// Where the list of parts was opened that this paragraph belongs to, or -1.
    int list() {
        return list;
    }

    /// Where the opener begins that a sentence ends in, or -1.
    private int opener(Span sentence) {
        int colon = sentence.end() - 1;
        if (colon < 0 || text.charAt(colon) != ':') {
            return -1;
        }
        int from = Math.max(sentence.start(), colon - 8);
        var opener = Optional.ofNullable(scene.last("breakdown_opener", from, colon))
                .or(() -> Optional.ofNullable(scene.last("list_opener", from, colon)));
        return opener.filter(each -> each.end() == colon).map(each -> each.start()).orElse(-1);
    }

    void close(Span sentence) {
        previous = sentence;
    }

    void add(Draft draft) {
        drafts.add(draft);
    }

    /// The last money that an item of a list tells (`一是编制规划，需277万元`), or null; kept over paragraphs.
    @Nullable Draft item() {
        return item;
    }

    void item(Draft draft) {
        item = draft;
    }

    /// In order; a view.
    List<Draft> drafts() {
        return Collections.unmodifiableList(drafts);
    }

    /// The sentence before, whatever it held.
    Span previous() {
        return previous;
    }

    /// The last number of the sentence before where only a semicolon parts them.
    @Nullable Draft joined(Span sentence) {
        var last = drafts.isEmpty() ? null : drafts.getLast();
        return last != null && sentence.start() - last.end() <= 1 && last.end() < text.length()
                && text.charAt(last.end()) == ';' ? last : null;
    }

    private boolean sameParagraph(Span sentence) {
        for (int i = previous.end(); i < sentence.start() && i < previous.end() + 4; i++) {
            if (text.charAt(i) == '\n') {
                return false;
            }
        }
        return sentence.start() - previous.end() < 4;
    }
}
