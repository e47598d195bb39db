package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Kind;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Section;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where one figure of a report stands, which every rule asks of every figure: its sentence, what stands beside it, and the
/// words around it without white space. The words are worked out when first asked for.
final class Standing {

    private final String text;
    private final List<Observation> all;
    private final Observation one;
    private final int at;
    private final int sentence;
    private final Span around;
    private final List<Observation> beside;
    private @Nullable Optional<Section> section;
    private @Nullable String lead;
    private @Nullable String opening;
    private @Nullable String tail;
    private int depth = -1;
    private @Nullable Boolean grows;

    /// @param at the figure's place among all of the report
    /// @param sentence number of its sentence, -1 where none is around it
    /// @param around the span of the sentence, its own where none is around it
    /// @param beside the figures of its sentence or table row
    Standing(String text, List<Observation> all, int at, int sentence, Span around, List<Observation> beside) {
        this.text = text;
        this.all = all;
        this.one = all.get(at);
        this.at = at;
        this.sentence = sentence;
        this.around = around;
        this.beside = beside;
    }

    Observation one() {
        return one;
    }

    int sentence() {
        return sentence;
    }

    List<Observation> beside() {
        return beside;
    }

    /// The innermost section.
    Optional<Section> section(Outline outline) {
        if (section == null) {
            var path = outline.path(one.evidence().span().start());
            section = path.isEmpty() ? Optional.empty() : Optional.of(path.getLast());
        }
        return section;
    }

    /// The words of the sentence that lead to the figure, from the figure before it.
    String lead() {
        if (lead == null) {
            int to = one.evidence().span().start();
            int from = at > 0 ? Math.max(around.start(), Math.min(all.get(at - 1).evidence().span().end(), to)) : around.start();
            lead = Figures.squeeze(text.substring(from, to));
        }
        return lead;
    }

    /// The words before the figure from the beginning of its sentence, or from the figure of its kind before it.
    String opening() {
        if (opening == null) {
            int to = one.evidence().span().start();
            int from = begun(one.quantity().kind());
            opening = from < to ? Figures.squeeze(text.substring(from, to)) : "";
        }
        return opening;
    }

    /// Whether the words that lead to the figure tell a change.
    boolean grows(Relations relations) {
        if (grows == null) {
            grows = relations.says("growth", lead());
        }
        return grows;
    }

    private int begun(Kind kind) {
        for (int each = at - 1; each >= 0 && all.get(each).evidence().span().start() >= around.start(); each--) {
            if (all.get(each).quantity().kind() == kind) {
                return all.get(each).evidence().span().end();
            }
        }
        return around.start();
    }

    /// The words after the figure, to the next figure or the end of the sentence.
    String tail() {
        if (tail == null) {
            int from = one.evidence().span().end();
            int to = at + 1 < all.size() ? Math.min(around.end(), all.get(at + 1).evidence().span().start()) : around.end();
            tail = from < to ? Figures.squeeze(text.substring(from, to)) : "";
        }
        return tail;
    }

    /// How many brackets are open around the figure in its sentence.
    int depth() {
        if (depth < 0) {
            int open = 0;
            for (int each = around.start(); each < one.evidence().span().start(); each++) {
                open += switch (text.charAt(each)) {
                    case '（', '(' -> 1;
                    case '）', ')' -> open > 0 ? -1 : 0;
                    default -> 0;
                };
            }
            depth = open;
        }
        return depth;
    }
}
