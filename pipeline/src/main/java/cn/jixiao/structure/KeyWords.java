package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.ColumnMeaning.Use;
import java.util.Optional;

/// The keys of a form: words whose one value stands to their right. Where no headings stand above, what is otherwise
/// the heading of a column or a row may be a key too.
final class KeyWords {

    private KeyWords() {
    }

    static Optional<ColumnMeaning> meaning(Forms forms, String words) {
        return forms.exact(Forms.Place.KEY, words)
                .or(() -> forms.exact(Forms.Place.ROW, words))
                .or(() -> forms.exact(Forms.Place.COLUMN, words).filter(each -> each.use() == Use.VALUE));
    }
}
