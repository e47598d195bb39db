package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What departmental budgets and final accounts tell where, from `accounts.yaml`: totals that stand at several places, names
/// of parts and what they make up, tables that may stay empty.
///
/// @param series words that tell budget and account apart where both stand side by side
/// @param blank words by which a report says that a table has nothing to tell
public record Accounts(List<Total> totals, List<Name> names, List<Parts> parts, List<String> series, List<Empty> empty,
        List<String> blank) {

    /// One total, the cells that hold it and the words before it in the explanation.
    public record Total(String name, String title, List<Place> places, List<String> told) {
        public Total {
            places = List.copyOf(places);
            told = List.copyOf(told);
        }
    }

    /// Where a total stands: words that the table's title has and has not, what row and column are called.
    ///
    /// @param columns empty where any column will do; an empty word in it stands for a column without a heading
    public record Place(List<String> tables, List<String> without, List<String> rows, List<String> columns) {
        public Place {
            tables = List.copyOf(tables);
            without = List.copyOf(without);
            rows = List.copyOf(rows);
            columns = List.copyOf(columns);
        }

        public boolean isIn(String title) {
            return tables.stream().anyMatch(title::contains) && without.stream().noneMatch(title::contains);
        }
    }

    /// What a part is called.
    public record Name(String name, List<String> words) {
        public Name {
            words = List.copyOf(words);
        }
    }

    /// The parts, by name, that make up a whole.
    public record Parts(String name, String title, String whole, List<String> parts) {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /// A table that may have nothing to tell, and how a report says so.
    public record Empty(List<String> tables, List<String> said) {
        public Empty {
            tables = List.copyOf(tables);
            said = List.copyOf(said);
        }
    }

    public Accounts {
        totals = List.copyOf(totals);
        names = List.copyOf(names);
        parts = List.copyOf(parts);
        series = List.copyOf(series);
        empty = List.copyOf(empty);
        blank = List.copyOf(blank);
    }

    /// @throws DictionaryException naming file and line of the first broken entry
    public static Accounts load(Shelf shelf) {
        var totals = new ArrayList<Total>();
        var names = new ArrayList<Name>();
        var parts = new ArrayList<Parts>();
        var series = new ArrayList<String>();
        var empty = new ArrayList<Empty>();
        var blank = new ArrayList<String>();
        for (var book : shelf.books("accounts", ".yaml")) {
            for (var file : book.entries()) {
                file.allow(Set.of("totals", "names", "parts", "series", "empty", "blank"));
                file.entries("totals").forEach(each -> totals.add(total(each)));
                file.entries("names").forEach(each -> names.add(new Name(each.allow(Set.of("name", "words")).text("name"),
                        each.texts("words"))));
                file.entries("parts").forEach(each -> parts.add(parts(each)));
                series.addAll(file.texts("series"));
                file.entries("empty").forEach(each -> empty.add(new Empty(each.allow(Set.of("table", "said")).texts("table"),
                        each.texts("said"))));
                blank.addAll(file.texts("blank"));
            }
        }
        var known = names.stream().map(Name::name).toList();
        for (var each : parts) {
            if (!known.contains(each.whole()) || !known.containsAll(each.parts())) {
                throw new DictionaryException("accounts.yaml", 1, "the parts of '" + each.whole() + "' name what no name explains");
            }
        }
        return new Accounts(totals, names, parts, series, empty, blank);
    }

    private static Total total(Entry entry) {
        entry.allow(Set.of("name", "title", "places", "told"));
        var places = entry.entries("places").stream().map(each -> {
            each.allow(Set.of("table", "without", "row", "column"));
            return new Place(each.texts("table"), each.texts("without"), each.texts("row"), each.texts("column"));
        }).toList();
        return new Total(entry.text("name"), entry.text("title"), places, entry.texts("told"));
    }

    private static Parts parts(Entry entry) {
        entry.allow(Set.of("name", "title", "whole", "parts"));
        if (entry.texts("parts").size() < 2) {
            throw entry.problem("parts", "at least two parts are needed");
        }
        return new Parts(entry.text("name"), entry.text("title"), entry.text("whole"), entry.texts("parts"));
    }

    /// What the words last name: of names that overlap the one that begins first and is longest.
    public Optional<String> name(String words) {
        Optional<String> last = Optional.empty();
        for (int at = 0; at < words.length(); at++) {
            int longest = 0;
            for (var each : names) {
                for (var word : each.words()) {
                    if (word.length() > longest && words.startsWith(word, at)) {
                        longest = word.length();
                        last = Optional.of(each.name());
                    }
                }
            }
            at += Math.max(0, longest - 1);
        }
        return last;
    }
}
