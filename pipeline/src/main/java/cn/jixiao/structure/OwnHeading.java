package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.Optional;

/// Cells that carry their heading with them: `目标值≥120件`, `完成值：127件`, `得分15`.
final class OwnHeading {

    private static final int LONGEST = 30;

    private OwnHeading() {
    }

    /// What the words before the figure mean, if the cell is a heading of figures and a figure.
    static Optional<ColumnMeaning> of(Forms forms, String words) {
        int at = 0;
        while (at < words.length() && at < LONGEST && isWord(words.charAt(at))) {
            at++;
        }
        if (at < 2 || at >= words.length() || words.length() > LONGEST || Look.of(words.substring(at)) != Look.NUMBER) {
            return Optional.empty();
        }
        return forms.exact(Forms.Place.COLUMN, words.substring(0, at)).filter(meaning -> meaning.use() == Use.VALUE);
    }

    private static boolean isWord(char c) {
        return Character.isIdeographic(c) || c == '：' || c == ':' || c == ' ' || c == '\u3000';
    }
}
