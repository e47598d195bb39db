package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How sections are numbered and named, from `headings.yaml`.
///
/// @param numberings in the order in which they are tried
/// @param names of sections that need no number
public record Headings(List<Numbering> numberings, Set<String> names) {

    private static final Set<String> KEYS = Set.of("numbering", "rank", "forms", "headings");

    public Headings {
        numberings = List.copyOf(numberings);
        names = Set.copyOf(names);
    }

    /// @throws DictionaryException if an entry is broken
    public static Headings load(Shelf shelf) {
        var numberings = new ArrayList<Numbering>();
        var names = new HashSet<String>();
        for (var book : shelf.books("headings", ".yaml")) {
            for (var entry : book.entries()) {
                entry.allow(KEYS);
                if (entry.optional("numbering").isPresent()) {
                    numberings.add(numbering(entry));
                } else if (entry.texts("headings").isEmpty()) {
                    throw entry.problem("expected an entry with 'numbering' or 'headings'");
                }
                names.addAll(entry.texts("headings"));
            }
        }
        return new Headings(numberings, names);
    }

    private static Numbering numbering(Entry entry) {
        var forms = entry.texts("forms");
        for (var form : forms) {
            if (!form.contains("{han}") && !form.contains("{digit}") && !form.contains("{circle}")) {
                throw entry.problem("forms", "'" + form + "' holds none of {han}, {digit}, {circle}");
            }
        }
        return new Numbering(entry.text("numbering"), entry.number("rank").intValue(), forms.stream().map(Numbering.Form::of).toList());
    }

    /// The number at the beginning of a line.
    public Optional<Numbering.Mark> number(CharSequence text, int from) {
        Optional<Numbering.Mark> longest = Optional.empty();
        for (var style : numberings) {
            var mark = style.at(text, from);
            boolean longer = mark.isPresent() && (longest.isEmpty() || mark.get().length() > longest.get().length());
            longest = longer ? mark : longest;
        }
        return longest;
    }

    /// Whether a line is the name of a section, number or not.
    public boolean isName(String line) {
        return names.contains(HeadingWords.plain(line));
    }
}
