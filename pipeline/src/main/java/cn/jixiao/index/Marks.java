package cn.jixiao.index;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Finds the words of a query in a text, exactly as [CharacterGrams] would: folded, over gaps.
final class Marks {

    private final String key;
    private final int[] offsets;

    Marks(CharSequence text) {
        var folded = new StringBuilder(text.length());
        offsets = new int[text.length()];
        for (int i = 0; i < text.length(); i++) {
            if (!Folding.isGap(text.charAt(i))) {
                offsets[folded.length()] = i;
                folded.append(Folding.fold(text.charAt(i)));
            }
        }
        key = folded.toString();
    }

    /// Every place of every word; places that overlap or touch are one.
    List<Span> of(Collection<String> words) {
        var found = new ArrayList<Span>();
        for (var word : words) {
            var wanted = Folding.key(word);
            for (int at = wanted.isEmpty() ? -1 : key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
                found.add(new Span(offsets[at], offsets[at + wanted.length() - 1] + 1));
            }
        }
        return joined(found);
    }

    private static List<Span> joined(List<Span> spans) {
        var joined = new ArrayList<Span>();
        for (var span : spans.stream().sorted().toList()) {
            if (!joined.isEmpty() && span.start() <= joined.getLast().end()) {
                var last = joined.removeLast();
                joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
            } else {
                joined.add(span);
            }
        }
        return List.copyOf(joined);
    }
}
