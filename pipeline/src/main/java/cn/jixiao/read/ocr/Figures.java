package cn.jixiao.read.ocr;

import java.util.ArrayList;
import java.util.List;

/// Two readings of one line become one: the Chinese data knows the words, but adds digits where it meets a percent
/// sign; the English data knows figures, but makes nonsense of Han characters.
final class Figures {

    /// What figures are made of in the English reading.
    private static final String ENGLISH = "0123456789.,%<>=-";

    /// What the Chinese reading makes of such, beside digits.
    private static final String CONFUSED = "0123456789.,%‰<>=≥≤-—一三二立这之口oOpDdBj°～~'’‘";

    /// The English reading may be this much less sure of itself.
    private static final double LESS_SURE = 12;
    private static final double SURE = 45;

    /// Boxes of letters are guesses; this part of a letter's width they may be off.
    private static final double OFF = 0.35;

    private Figures() {
    }

    static List<Seen> merged(List<Seen> chinese, List<Seen> english) {
        var merged = new ArrayList<>(chinese);
        for (int start = 0; start < english.size(); start++) {
            int end = start;
            while (end < english.size() && ENGLISH.contains(english.get(end).text())
                    && (end == start || !english.get(end).begins())) {
                end++;
            }
            if (end > start) {
                var figure = english.subList(start, end);
                boolean permille = end < english.size() && english.get(end).text().equals("o")
                        && figure.getLast().text().equals("%");
                replace(merged, permille ? permille(figure, english.get(end)) : withoutStop(figure));
                start = end;
            }
        }
        return merged;
    }

    /// A full stop or comma behind a figure is of the sentence, and a Chinese one in the other reading.
    private static List<Seen> withoutStop(List<Seen> figure) {
        int end = figure.size();
        while (end > 1 && ".,-".contains(figure.get(end - 1).text())) {
            end--;
        }
        return figure.subList(0, end);
    }

    private static List<Seen> permille(List<Seen> figure, Seen o) {
        var with = new ArrayList<>(figure);
        with.add(new Seen("‰", with.removeLast().left(), o.right(), o.confidence(), false));
        return with;
    }

    private static void replace(List<Seen> line, List<Seen> figure) {
        double slack = OFF * figure.stream().mapToDouble(seen -> seen.right() - seen.left()).sorted()
                .skip((figure.size() - 1) / 2).findFirst().orElseThrow();
        int from = 0;
        while (from < line.size() && line.get(from).centre() < figure.getFirst().left() - slack) {
            from++;
        }
        int to = from;
        while (to < line.size() && line.get(to).centre() <= figure.getLast().right() + slack) {
            to++;
        }
        var old = line.subList(from, to);
        boolean digits = figure.stream().anyMatch(seen -> seen.isDigit() || seen.text().equals("%"));
        boolean figures = !old.isEmpty() && old.stream().allMatch(seen -> CONFUSED.contains(seen.text()))
                && old.stream().anyMatch(seen -> seen.isDigit() || seen.text().equals("%"));
        double sure = confidence(figure);
        if (digits && figures && sure >= SURE && sure >= confidence(old) - LESS_SURE) {
            boolean begins = old.getFirst().begins();
            old.clear();
            for (int i = 0; i < figure.size(); i++) {
                var seen = figure.get(i);
                line.add(from + i, new Seen(seen.text(), seen.left(), seen.right(), seen.confidence(), i == 0 && begins));
            }
        }
    }

    private static double confidence(List<Seen> letters) {
        return letters.stream().mapToDouble(Seen::confidence).average().orElse(0);
    }
}
