package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.HeadingWords;
import java.util.Optional;

/// The line above a table that says in what its figures are: `单位：万元`, `填报单位：某局　金额单位：元`.
final class UnitLine {

    private UnitLine() {
    }

    /// The unit it names, if it is one.
    static Optional<String> find(String line, Forms forms) {
        for (int at = line.indexOf("单位"); at >= 0; at = line.indexOf("单位", at + 2)) {
            var unit = after(line, at + 2, forms);
            if (unit.isPresent()) {
                return unit;
            }
        }
        return HeadingWords.bracketed(line).stream().flatMap(words -> forms.unit(words).stream())
                .filter(unit -> !unit.equals("单位")).findFirst();
    }

    private static Optional<String> after(String line, int from, Forms forms) {
        int i = skip(line, from, " \u3000\u00a0");
        if (i >= line.length() || "：:为".indexOf(line.charAt(i)) < 0) {
            return Optional.empty();
        }
        i = skip(line, i + 1, " \u3000\u00a0：:");
        for (int end = Math.min(line.length(), i + 6); end > i; end--) {
            var unit = forms.unit(line.substring(i, end));
            if (unit.isPresent() && !continuesWord(line, end)) {
                return unit;
            }
        }
        return Optional.empty();
    }

    private static boolean continuesWord(String line, int end) {
        return end < line.length() && Character.isIdeographic(line.charAt(end));
    }

    private static int skip(String line, int from, String what) {
        int i = from;
        while (i < line.length() && what.indexOf(line.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }
}
