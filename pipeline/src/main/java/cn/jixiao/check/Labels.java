package cn.jixiao.check;

import java.util.Arrays;
import java.util.BitSet;

/// Whether two labels name the same thing, worded differently.
final class Labels {

    private static final BitSet FILLERS = new BitSet();

    static {
        "共总全年度数量计约已的和与及各类项完成实际本次了达到为".chars().forEach(FILLERS::set);
    }

    private Labels() {
    }

    /// Whether most characters of the shorter label are in the longer: 法律援助办案数 and 共办理法律援助案件.
    static boolean alike(String one, String other) {
        return overlap(one, other) >= 0.6;
    }

    /// Share of the shorter label's characters, that tell something, which the other has too.
    static double overlap(String one, String other) {
        var a = core(one);
        var b = core(other);
        if (a.isEmpty() || b.isEmpty()) {
            return one.equals(other) ? 1 : 0;
        }
        return shared(sorted(a), sorted(b)) / (double) Math.min(a.length(), b.length());
    }

    private static char[] sorted(String words) {
        var characters = words.toCharArray();
        Arrays.sort(characters);
        return characters;
    }

    /// How many characters two sorted lists have in common.
    private static int shared(char[] a, char[] b) {
        int shared = 0;
        for (int i = 0, j = 0; i < a.length && j < b.length;) {
            shared += a[i] == b[j] ? 1 : 0;
            int step = Character.compare(a[i], b[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        return shared;
    }

    /// A label without what stands in brackets and without words that say how much, not what.
    static String core(String label) {
        var kept = new StringBuilder(label.length());
        int depth = 0;
        for (int at = 0; at < label.length(); at++) {
            char each = label.charAt(at);
            if (each == '（' || each == '(') {
                depth++;
            } else if (each == '）' || each == ')') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && !FILLERS.get(each) && !Character.isWhitespace(each)) {
                kept.append(each);
            }
        }
        return kept.toString();
    }

    /// 人 and 人次 beside each other in a goal and its result are told of the same people.
    static boolean people(String one, String other) {
        return one.startsWith("人") && other.startsWith("人");
    }
}
