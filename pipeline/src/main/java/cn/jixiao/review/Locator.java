package cn.jixiao.review;

import cn.jixiao.document.Span;
import java.util.Optional;

/// Finds anchors in a text: where they were, if the same words stand there between the same words; else where the words
/// stand between more of the same words than anywhere else. Two places that fit equally well are no place.
final class Locator {

    /// Characters around the words that must agree elsewhere, on both sides together, unless less was kept.
    private static final int ENOUGH = 8;

    private final String text;
    private final Bare bare;

    Locator(String text) {
        this.text = text;
        this.bare = new Bare(text);
    }

    Optional<Span> find(Anchor anchor) {
        var span = anchor.span();
        boolean there = span.end() <= text.length() && span.of(text).equals(anchor.raw());
        if (there && agreeing(anchor, bare.at(span.start()), bare.at(span.end())) >= kept(anchor)) {
            return Optional.of(span);
        }
        return elsewhere(anchor);
    }

    private Optional<Span> elsewhere(Anchor anchor) {
        var raw = new Bare(anchor.raw()).words();
        int best = Math.min(ENOUGH, kept(anchor)) - 1;
        int place = -1;
        boolean alone = false;
        for (int at = bare.words().indexOf(raw); at >= 0; at = bare.words().indexOf(raw, at + 1)) {
            int agreeing = agreeing(anchor, at, at + raw.length());
            if (agreeing > best) {
                best = agreeing;
                place = at;
                alone = true;
            } else if (agreeing == best) {
                alone = false;
            }
        }
        return alone ? Optional.of(bare.span(place, place + raw.length())) : Optional.empty();
    }

    private static int kept(Anchor anchor) {
        return anchor.before().length() + anchor.after().length();
    }

    /// Characters before and behind that are as they were, counted from the words outwards.
    private int agreeing(Anchor anchor, int from, int to) {
        var words = bare.words();
        int before = 0;
        while (before < anchor.before().length() && before < from
                && words.charAt(from - 1 - before) == anchor.before().charAt(anchor.before().length() - 1 - before)) {
            before++;
        }
        int after = 0;
        while (after < anchor.after().length() && to + after < words.length()
                && words.charAt(to + after) == anchor.after().charAt(after)) {
            after++;
        }
        return before + after;
    }
}
