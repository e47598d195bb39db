package cn.jixiao.observe;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Deals the numbers of a list out to the nouns before them: 民事、刑事、行政案件分别为4120、2098、46件.
final class Shares {

    /// The noun one number of a list counts.
    ///
    /// @param noun its span
    /// @param label with the ending all of them share
    /// @param year the year that the noun is, or null
    record Share(Span noun, String label, @Nullable Integer year) {
    }

    private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年度?");
    private static final Pattern RANGE = Pattern.compile("(20\\d\\d)年?[至到\\-—~](20\\d\\d)年");
    private static final int SPAN_REACH = 50;
    private static final Span NOWHERE = new Span(0, 0);

    private final Scene scene;
    private final List<String> tails;

    Shares(Scene scene) {
        this.scene = scene;
        this.tails = scene.lexicon.words("part_tail").stream().sorted((a, b) -> b.length() - a.length()).toList();
    }

    /// One share for each phrase of `sentence` that is dealt a noun, null for the others.
    List<@Nullable Share> deal(List<Phrase> phrases) {
        var shares = new ArrayList<@Nullable Share>();
        var years = List.<Integer>of();
        int at = 0;
        while (at < phrases.size()) {
            int end = run(phrases, at);
            var nouns = end - at < 2 ? List.<Span>of() : nouns(phrases.get(at), end - at);
            var own = nouns.isEmpty() && end - at > 1 ? span(phrases.get(at), end - at) : years(nouns);
            years = own.isEmpty() ? years : own;
            boolean again = nouns.isEmpty() && end - at > 1 && end - at == years.size();
            for (int i = at; i < end; i++) {
                boolean dealt = !own.isEmpty() || again;
                shares.add(dealt ? new Share(nouns.isEmpty() ? NOWHERE : nouns.get(i - at), "", years.get(i - at))
                        : nouns.isEmpty() ? null : share(nouns, i - at));
            }
            at = end;
        }
        return shares;
    }

    /// 2021年、2022年…分别…620万元、640万元，…166万元、167万元: the nouns are years, for all lists of the sentence.
    private List<Integer> years(List<Span> nouns) {
        var years = new ArrayList<Integer>();
        for (var noun : nouns) {
            var year = YEAR.matcher(scene.words(noun).strip());
            if (!year.lookingAt()) {
                return List.of();
            }
            years.add(Integer.valueOf(year.group(1)));
        }
        return years;
    }

    /// 2020年至2022年，…分别投入980万元、1100万元和1250万元: as many years as numbers.
    private List<Integer> span(Phrase first, int count) {
        int to = first.mention().span().start();
        int from = Math.max(0, to - SPAN_REACH);
        if (scene.last("respectively", from, to) == null) {
            return List.of();
        }
        var range = RANGE.matcher(scene.text.subSequence(from, to));
        var years = new ArrayList<Integer>();
        while (range.find()) {
            years.clear();
            int last = Integer.parseInt(range.group(2));
            for (int year = Integer.parseInt(range.group(1)); year <= last && years.size() <= count; year++) {
                years.add(year);
            }
        }
        return years.size() == count ? years : List.of();
    }

    private Share share(List<Span> nouns, int index) {
        var last = scene.words(nouns.getLast()).strip();
        var noun = scene.words(nouns.get(index)).strip();
        for (var tail : tails) {
            if (last.endsWith(tail) && last.length() > tail.length() && !noun.endsWith(tail)) {
                return new Share(nouns.get(index), noun + tail, null);
            }
        }
        return new Share(nouns.get(index), noun, null);
    }

    /// The end of the run of numbers that begins at `from` with nothing but list signs between.
    int run(List<Phrase> phrases, int from) {
        int end = from + 1;
        while (end < phrases.size() && listed(phrases.get(end - 1).mention().span().end(), phrases.get(end).mention().span().start())) {
            end++;
        }
        return end;
    }

    private boolean listed(int from, int to) {
        if (to - from < 1 || to - from > 3) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if ("、,和与及 /".indexOf(scene.text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private List<Span> nouns(Phrase first, int count) {
        int to = first.mention().span().start();
        int from = Math.max(0, Math.min(first.before().start(), to));
        var word = scene.last("respectively", from, to);
        if (word == null) {
            return List.of();
        }
        var nouns = new ArrayList<Span>();
        int end = word.start();
        for (int i = word.start() - 1; i >= from - 1; i--) {
            if (i < from || "、和与及".indexOf(scene.text.charAt(i)) >= 0) {
                if (end > i + 1) {
                    nouns.addFirst(new Span(i + 1, end));
                }
                end = Math.max(i, from);
            }
        }
        return nouns.size() < count ? List.of() : clean(nouns.subList(nouns.size() - count, nouns.size()));
    }

    /// Words like 其中 do not belong to the first noun.
    private List<Span> clean(List<Span> nouns) {
        var first = nouns.getFirst();
        var opener = scene.last("breakdown_opener", first.start(), first.end());
        if (opener == null || opener.end() >= first.end()) {
            return List.copyOf(nouns);
        }
        var cleaned = new ArrayList<>(nouns);
        cleaned.set(0, new Span(opener.end(), first.end()));
        return List.copyOf(cleaned);
    }
}
