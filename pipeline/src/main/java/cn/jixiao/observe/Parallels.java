package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sentences that only semicolons part and that tell the same of one thing after another: 下达A项目40万元；B项目25万元；…,
/// or A年初预算数6万元，支出6万元；B411.95万元，支出411.95万元. What the first says of its amounts holds for the others.
final class Parallels {

    /// Nobody tells more of one thing before the next semicolon; keeps endless sentences linear.
    private static final int LONGEST = 12;

    private final Scene scene;
    private final Units units;
    /// The numbers of the sentence before and of the one being read.
    private List<Draft> model = List.of();
    private final List<Draft> current = new ArrayList<>();
    private int end = -1;

    Parallels(Scene scene, Units units) {
        this.scene = scene;
        this.units = units;
    }

    void open(Span sentence) {
        boolean joined = end > 0 && sentence.start() - end <= 2 && end <= scene.text.length() && scene.text.charAt(end - 1) == ';';
        model = joined ? List.copyOf(current) : List.of();
        current.clear();
        end = sentence.end();
    }

    void add(Draft draft) {
        current.add(draft);
    }

    /// The amount that stands in the same place of the sentence before, if both tell the same sorts of numbers so far.
    Optional<Draft> counterpart(Draft draft) {
        int place = current.size();
        if (place >= Math.min(model.size(), LONGEST) || draft.bare || draft.mention.quantity().kind() != Kind.AMOUNT) {
            return Optional.empty();
        }
        for (int i = 0; i < place; i++) {
            if (!units.alike(current.get(i).mention.quantity(), model.get(i).mention.quantity())) {
                return Optional.empty();
            }
        }
        var other = model.get(place);
        boolean fits = !other.noLevel && other.indicator != null && other.indicator.startsWith("fund.")
                && units.alike(other.mention.quantity(), draft.mention.quantity());
        return fits && (model.size() > 1 || closes(draft.end())) ? Optional.of(other) : Optional.empty();
    }

    /// Whether nothing follows a number in its sentence: an item of a list is a name and its amount.
    private boolean closes(int at) {
        return at >= scene.text.length() || ";。\n".indexOf(scene.text.charAt(at)) >= 0;
    }
}
