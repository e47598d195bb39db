package cn.jixiao.dictionary;

import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The headings of tables and forms, from `forms.yaml`: what a column, a row or a key of a form says of its numbers.
///
/// Rule source of the standard form: 财预〔2020〕10号 and the provinces' variants of it.
public final class Forms {

    /// Where a heading stands.
    public enum Place { COLUMN, ROW, KEY }

    private static final String MONEY = "人民币";
    private static final Set<String> KEYS = Set.of("meaning", "at", "use", "role", "indicator", "unit", "weighted", "governs", "holds",
            "words", "units", "endings", "column");

    private final Map<Place, HeadingList> lists;
    private final Set<String> units;
    private final Map<String, String> endings;
    private final @Nullable ColumnMeaning weighted;
    private final Set<String> governing;
    private final Map<String, String> contents;
    private final Map<String, String> columns;

    private Forms(Map<Place, HeadingList> lists, Set<String> units, Map<String, String> endings,
            @Nullable ColumnMeaning weighted, Set<String> governing, Map<String, String> contents,
            Map<String, String> columns) {
        this.columns = columns;
        this.contents = contents;
        this.governing = governing;
        this.lists = lists;
        this.units = units;
        this.endings = endings;
        this.weighted = weighted;
    }

    /// @throws DictionaryException if an entry is broken
    public static Forms load(Shelf shelf) {
        var reader = new Reader();
        shelf.books("forms", ".yaml").forEach(book -> reader.read(book));
        return reader.forms();
    }

    /// What a heading at such a place means; empty if no entry knows it.
    public Optional<ColumnMeaning> meaning(Place place, String heading) {
        return lists.get(place).find(heading);
    }

    /// What a heading means that is known word for word, not only by how it ends. Labels of rows end in 经费 or 预算
    /// without being about the whole of it.
    public Optional<ColumnMeaning> exact(Place place, String heading) {
        return lists.get(place).exact(heading);
    }

    /// Whether the meaning decides what the headings below it mean.
    public boolean governs(ColumnMeaning meaning) {
        return governing.contains(meaning.id());
    }

    /// The meaning of the column that a word of the form's own stands in: 产出指标 is a group of the first level.
    public Optional<String> columnOf(String words) {
        return Optional.ofNullable(columns.get(HeadingWords.plain(words)));
    }

    /// The headings of a place that are spelled in full, for finding them where nothing parts them.
    public Set<String> words(Place place) {
        return lists.get(place).words();
    }

    /// The form's own words in its columns ([#columnOf]).
    public Set<String> contentWords() {
        return columns.keySet();
    }

    /// The units themselves.
    public Set<String> units() {
        return units;
    }

    /// `money` or `counts`, where the meaning says which its figures are.
    public Optional<String> holds(ColumnMeaning meaning) {
        return Optional.ofNullable(contents.get(meaning.id()));
    }

    /// What the heading of a column of scores with its full mark in brackets means (`决策（20分）`).
    public Optional<ColumnMeaning> weighted() {
        return Optional.ofNullable(weighted);
    }

    /// The word itself, freed of white space, if it is a unit (`万元`, `人次`).
    public Optional<String> unit(String words) {
        var word = words.strip().replace("％", "%");
        word = word.startsWith(MONEY) && word.length() > MONEY.length() ? word.substring(MONEY.length()) : word;
        return units.contains(word) ? Optional.of(word) : Optional.empty();
    }

    /// The unit that the last words of a heading imply: `%` of `案件办结率`.
    public Optional<String> unitByEnding(String heading) {
        var plain = HeadingWords.plain(heading);
        for (var each : endings.entrySet()) {
            if (plain.endsWith(each.getKey())) {
                return Optional.of(each.getValue());
            }
        }
        return Optional.empty();
    }

    private static final class Reader {

        private final Map<Place, HeadingList> lists = new HashMap<>();
        private final Set<String> units = new LinkedHashSet<>();
        private final Map<String, String> endings = new TreeMap<>(
                Comparator.comparing(String::length).reversed().thenComparing(String::compareTo));
        private @Nullable ColumnMeaning weighted;
        private final Set<String> governing = new LinkedHashSet<>();
        private final Map<String, String> contents = new HashMap<>();
        private final Map<String, String> columns = new HashMap<>();

        Reader() {
            for (var place : Place.values()) {
                lists.put(place, new HeadingList());
            }
        }

        void read(Shelf.Book book) {
            lists.values().forEach(HeadingList::nextFile);
            book.entries().forEach(this::read);
        }

        private void read(Entry entry) {
            entry.allow(KEYS);
            if (entry.optional("meaning").isPresent()) {
                readMeaning(entry);
            } else if (entry.optional("endings").isPresent()) {
                entry.texts("words").forEach(word -> endings.put(word, entry.text("endings")));
            } else if (entry.optional("column").isPresent()) {
                entry.texts("words").forEach(word -> columns.put(word, entry.text("column")));
            } else if (!entry.texts("units").isEmpty()) {
                entry.texts("units").forEach(unit -> units.add(unit.replace("％", "%")));
            } else {
                throw entry.problem("expected an entry with 'meaning', 'units', 'endings' or 'column'");
            }
        }

        private void readMeaning(Entry entry) {
            var words = entry.texts("words");
            if (words.isEmpty()) {
                throw entry.problem("'words' is missing");
            }
            var role = entry.optional("role").isPresent() ? entry.choice("role", Role.class) : null;
            var meaning = new ColumnMeaning(entry.text("meaning"), words, entry.choice("use", ColumnMeaning.Use.class),
                    role, entry.optional("indicator").orElse(null), entry.optional("unit").orElse(null));
            for (var place : places(entry)) {
                words.forEach(word -> lists.get(place).add(entry, word, meaning));
            }
            entry.optional("holds").ifPresent(holds -> contents.put(meaning.id(), holds));
            if (entry.optional("governs").filter("true"::equals).isPresent()) {
                governing.add(meaning.id());
            }
            if (entry.optional("weighted").filter("true"::equals).isPresent()) {
                weighted = meaning;
            }
        }

        private static List<Place> places(Entry entry) {
            var at = entry.texts("at");
            if (at.isEmpty()) {
                return List.of(Place.COLUMN);
            }
            var places = new ArrayList<Place>();
            for (var each : at) {
                try {
                    places.add(Place.valueOf(each.toUpperCase(Locale.ROOT)));
                } catch (IllegalArgumentException e) {
                    throw entry.problem("at", "'" + each + "' is none of column, row, key");
                }
            }
            return places;
        }

        Forms forms() {
            return new Forms(Map.copyOf(lists), Set.copyOf(units), Collections.unmodifiableMap(endings), weighted, Set.copyOf(governing),
                    Map.copyOf(contents), Map.copyOf(columns));
        }
    }
}
