package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What has been read so far in the same paragraph: the numbers in order, and the sentence before.
final class Told {

    private final Folded text;
    private final List<Draft> drafts = new ArrayList<>();
    private Span previous = new Span(0, 0);

    Told(Folded text) {
        this.text = text;
    }

    /// Forgets all numbers where a new paragraph begins.
    void open(Span sentence) {
        if (!sameParagraph(sentence)) {
            drafts.clear();
        }
    }

    void close(Span sentence) {
        previous = sentence;
    }

    void add(Draft draft) {
        drafts.add(draft);
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
