package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Mention;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Cuts a sentence into the phrases of its numbers.
final class Phrases {

    private static final String STOPS = ",;。!?:，；：！？、\n\t";
    private static final int LONGEST = 80;

    private final CharSequence text;
    private final Hits hits;
    private final BitSet generic;
    private final BitSet verbs;
    private final BitSet counted;

    Phrases(CharSequence folded, Hits hits, Lexicon lexicon) {
        this.text = folded;
        this.hits = hits;
        this.generic = (BitSet) lexicon.list("generic").clone();
        this.generic.or(lexicon.list("change"));
        this.generic.or(lexicon.list("change_to"));
        this.generic.or(lexicon.list("difference"));
        this.verbs = lexicon.list("verb");
        this.counted = lexicon.list("counted");
    }

    List<Phrase> of(Span sentence, List<Mention> mentions) {
        var phrases = new ArrayList<Phrase>(mentions.size());
        int taken = sentence.start();
        for (int i = 0; i < mentions.size(); i++) {
            var mention = mentions.get(i);
            var previous = phrases.isEmpty() ? null : phrases.getLast();
            if (previous != null && previous.mention().span().equals(mention.span())) {
                phrases.add(new Phrase(mention, previous.before(), previous.after(), previous.label(), previous.bare(),
                        previous.numberFirst(), previous.attached()));
                continue;
            }
            int next = i + 1;
            while (next < mentions.size() && mentions.get(next).span().equals(mention.span())) {
                next++;
            }
            int limit = next < mentions.size() ? mentions.get(next).span().start() : sentence.end();
            var phrase = phrase(mention, previous, taken, limit, next < mentions.size());
            phrases.add(phrase);
            taken = phrase.numberFirst() && !phrase.attached() ? phrase.after().end() : mention.span().end();
        }
        return phrases;
    }

    private Phrase phrase(Mention mention, @org.jspecify.annotations.Nullable Phrase previous, int taken, int limit,
            boolean more) {
        var span = mention.span();
        var before = before(Math.min(taken, span.start()), span.start());
        var after = after(span.end(), Math.max(limit, span.end()), more);
        if (previous != null && isJoined(previous.mention().span().end(), span.start()) && !previous.label().isEmpty()) {
            return new Phrase(mention, previous.before(), after, previous.label(), previous.bare(),
                    previous.numberFirst(), true);
        }
        boolean says = says(before, generic);
        boolean verbOnly = says && mention.quantity().kind() != Kind.AMOUNT && !says(before, generic, verbs);
        var noun = counted(after);
        if (noun != null) {
            return new Phrase(mention, new Span(span.start(), span.start()), noun, noun, false, true, false);
        }
        boolean summed = says && "等及和与".indexOf(text.charAt(before.end() - 1)) >= 0;
        if ((!says || verbOnly || summed) && says(after, generic)) {
            return new Phrase(mention, before, after, after, false, true, false);
        }
        return new Phrase(mention, before, after, before, !says, false, false);
    }

    /// 11个司法所…: a place or thing right after the number is what it counts, whatever the clause goes on to say.
    private @org.jspecify.annotations.Nullable Span counted(Span after) {
        for (var hit : hits.in(after.start(), Math.min(after.end(), after.start() + 8))) {
            if (counted.get(hit.word()) && hit.start() - after.start() <= 2 && ends(hit.end(), after.end())) {
                return new Span(after.start(), hit.end());
            }
        }
        return null;
    }

    /// Whether a noun ends here: nothing follows, or what is done with it.
    private boolean ends(int at, int limit) {
        if (at >= limit || "的中均已共内和与及".indexOf(text.charAt(at)) >= 0 || !Character.isIdeographic(text.charAt(at)) && text.charAt(at) != '(' && text.charAt(at) != '、' && text.charAt(at) != ')') {
            return true;
        }
        if (text.charAt(at) == '(') {
            int close = close(at, Math.min(text.length(), at + 8));
            return close < 0 || close - at > 5;
        }
        for (var hit : hits.in(at, Math.min(limit, at + 6))) {
            if (hit.start() == at && verbs.get(hit.word())) {
                return true;
            }
        }
        return false;
    }

    /// The words that lead up to `to`, back to a stop; words in brackets are stepped over, and a colon or an opening
    /// bracket right before the number does not part it from its label.
    private Span before(int from, int to) {
        int at = to;
        int least = Math.max(from, to - LONGEST);
        while (at > least) {
            char c = text.charAt(at - 1);
            if (c == ')' || c == '）') {
                int open = open(least, at - 1);
                if (open < 0) {
                    break;
                }
                at = open;
            } else if ((c == '(' || c == ':' || c == '：' || c == '、' || c == '\t' || c == '\n') && blank(at, to)) {
                at--;
            } else if (stops(c) && c != '、' || c == '(' || isDash(at - 1)) {
                break;
            } else if (c == '、' && blankOrDelimited(from, at)) {
                break;
            } else {
                at--;
            }
        }
        return trim(at, to);
    }

    /// Whether a list's comma opens what follows a number taken before.
    private boolean blankOrDelimited(int from, int at) {
        return blank(from, at - 1);
    }

    private Span after(int from, int limit, boolean more) {
        int at = from;
        while (at < limit && at - from < LONGEST) {
            char c = text.charAt(at);
            if (c == '(' && at > from) {
                int close = close(at, limit);
                if (close < 0) {
                    break;
                }
                at = close + 1;
            } else if (stops(c) && c != '、' || c == '(' || c == ')' || c == '”' && at == from) {
                break;
            } else {
                at++;
            }
        }
        if (more && at == limit) {
            at = cut(from, at);
        }
        return trim(from, at);
    }

    /// Where the words between two numbers stop belonging to the first.
    private int cut(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text.charAt(i) == '、') {
                return i;
            }
        }
        for (int i = from + 2; i < to; i++) {
            if (text.charAt(i) == '中') {
                return i;
            }
        }
        for (var hit : hits.in(from + 2, to)) {
            if (verbs.get(hit.word())) {
                return hit.start();
            }
        }
        return to;
    }

    /// Whether words name nothing but what was done (已办结).
    boolean light(Span span) {
        return !says(span, generic, verbs);
    }

    /// Whether words say something of their own.
    boolean says(Span span) {
        return says(span, generic);
    }

    private boolean says(Span span, BitSet... empty) {
        var covered = new BitSet();
        for (var hit : hits.in(span.start(), span.end())) {
            for (var words : empty) {
                if (words.get(hit.word())) {
                    covered.set(hit.start() - span.start(), hit.end() - span.start());
                }
            }
        }
        for (int i = span.start(); i < span.end(); i++) {
            if (!covered.get(i - span.start()) && Character.isIdeographic(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private int open(int from, int close) {
        for (int i = close - 1; i >= from && close - i < 40; i--) {
            if (text.charAt(i) == '(') {
                return i;
            }
        }
        return -1;
    }

    private int close(int open, int limit) {
        for (int i = open + 1; i < limit && i - open < 20; i++) {
            if (text.charAt(i) == ')') {
                return i;
            }
        }
        return -1;
    }

    private boolean stops(char c) {
        return STOPS.indexOf(c) >= 0;
    }

    private boolean isDash(int at) {
        char c = text.charAt(at);
        return c == '—' || c == '-' && at > 0 && (text.charAt(at - 1) == '-' || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Folded.isBlank(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /// Nothing, or the signs of a calculation (`20场×500元/场=1万元`), whose numbers are all about one thing.
    private boolean isJoined(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Folded.isBlank(text.charAt(i)) && "×*÷=".indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private Span trim(int from, int to) {
        int start = from;
        int end = to;
        while (start < end && (Folded.isBlank(text.charAt(start)) || stops(text.charAt(start)))) {
            start++;
        }
        while (end > start && (Folded.isBlank(text.charAt(end - 1)) || stops(text.charAt(end - 1)) || text.charAt(end - 1) == '(')) {
            end--;
        }
        return new Span(start, end);
    }
}
