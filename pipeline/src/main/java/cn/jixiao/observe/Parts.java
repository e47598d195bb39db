package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.List;
import java.util.Optional;

/// Finds the whole that a number is a part of: 支出776万元，其中…, 158件（刑事110件、民事46件）.
final class Parts {

    private static final int REACH = 220;

    private final Scene scene;
    private final Units units;

    Parts(Scene scene, Units units) {
        this.scene = scene;
        this.units = units;
    }

    /// @param told what has been read so far of the same paragraph, in order
    Optional<Draft> whole(Phrase phrase, Span sentence, List<Draft> told) {
        int at = opener(phrase, sentence);
        if (at < 0) {
            return Optional.empty();
        }
        for (int i = told.size() - 1; i >= 0 && told.size() - i < 30; i--) {
            var candidate = told.get(i);
            if (at - candidate.end() > REACH) {
                break;
            }
            if (candidate.end() <= at && !candidate.noLevel
                    && units.alike(candidate.mention.quantity(), phrase.mention().quantity())) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /// Where the list of parts opens that the number belongs to, or -1.
    private int opener(Phrase phrase, Span sentence) {
        int to = phrase.mention().span().start();
        int from = Math.max(sentence.start(), to - REACH);
        var word = scene.last("breakdown_opener", from, to);
        int opened = word == null ? -1 : word.start();
        int bracket = bracket(from, to);
        int at = Math.max(opened, bracket);
        return at >= 0 && closed(at, to) ? -1 : at;
    }

    /// An opening bracket right after a number, still open at `to`.
    private int bracket(int from, int to) {
        int depth = 0;
        for (int i = to - 1; i > from; i--) {
            char c = scene.text.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(') {
                if (depth == 0) {
                    return i;
                }
                depth--;
            }
        }
        return -1;
    }

    private boolean closed(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            char c = scene.text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
