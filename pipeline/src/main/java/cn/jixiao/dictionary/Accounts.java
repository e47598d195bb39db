package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What departmental budgets and final accounts tell where, from `accounts.yaml`: totals that stand at several places, names
/// of parts and what they make up, tables that may stay empty.
///
/// @param series words that tell budget and account apart where both stand side by side
/// @param kinds kinds of budget, whose names (一般公共预算) tell nothing of that
/// @param fillers words that may stand between the name of a figure and the figure
/// @param across columns that make up a column of their row
/// @param told names whose figures the explanation repeats, and the tables that hold them
/// @param blank words by which a report says that a table has nothing to tell
public record Accounts(List<Total> totals, List<Name> names, List<Parts> parts, List<Series> series, List<String> kinds,
        List<String> fillers, List<Across> across, List<Told> told, List<Empty> empty, List<String> blank) {

    /// 预算 or 决算, and the words for it.
    public record Series(String name, List<String> words) {
        public Series {
            words = List.copyOf(words);
        }
    }

    /// Headings of columns that make up another, where they stand below the same headings.
    ///
    /// @param tables words of the table's title
    public record Across(String title, List<String> tables, List<String> whole, List<String> parts) {
        public Across {
            tables = List.copyOf(tables);
            whole = List.copyOf(whole);
            parts = List.copyOf(parts);
        }
    }

    /// Names that a table and the explanation tell.
    public record Told(List<String> tables, List<String> names) {
        public Told {
            tables = List.copyOf(tables);
            names = List.copyOf(names);
        }
    }

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
        kinds = List.copyOf(kinds);
        fillers = List.copyOf(fillers);
        across = List.copyOf(across);
        told = List.copyOf(told);
        empty = List.copyOf(empty);
        blank = List.copyOf(blank);
    }

    /// @throws DictionaryException naming file and line of the first broken entry
    public static Accounts load(Shelf shelf) {
        var totals = new ArrayList<Total>();
        var names = new ArrayList<Name>();
        var parts = new ArrayList<Parts>();
        var series = new ArrayList<Series>();
        var kinds = new ArrayList<String>();
        var fillers = new ArrayList<String>();
        var across = new ArrayList<Across>();
        var told = new ArrayList<Told>();
        var empty = new ArrayList<Empty>();
        var blank = new ArrayList<String>();
        for (var book : shelf.books("accounts", ".yaml")) {
            for (var file : book.entries()) {
                file.allow(Set.of("totals", "names", "parts", "series", "kinds", "fillers",
                        "across", "told", "empty", "blank"));
                file.entries("totals").forEach(each -> totals.add(total(each)));
                file.entries("names").forEach(each -> names.add(new Name(each.allow(Set.of("name", "words")).text("name"),
                        each.texts("words"))));
                file.entries("parts").forEach(each -> parts.add(parts(each)));
                file.entries("series").forEach(each -> series.add(new Series(each.allow(Set.of("name", "words")).text("name"),
                        each.texts("words"))));
                kinds.addAll(file.texts("kinds"));
                fillers.addAll(file.texts("fillers"));
                file.entries("across").forEach(each -> across.add(new Across(each.allow(Set.of("title", "table", "whole",
                        "parts")).text("title"), each.texts("table"), each.texts("whole"), each.texts("parts"))));
                file.entries("told").forEach(each -> told.add(new Told(each.allow(Set.of("table", "names")).texts("table"),
                        each.texts("names"))));
                file.entries("empty").forEach(each -> empty.add(new Empty(each.allow(Set.of("table", "said")).texts("table"),
                        each.texts("said"))));
                blank.addAll(file.texts("blank"));
            }
        }
        var known = names.stream().map(Name::name).toList();
        for (var each : told) {
            if (!known.containsAll(each.names())) {
                throw new DictionaryException("accounts.yaml", 1, "told names what no name explains: " + each.names());
            }
        }
        for (var each : parts) {
            if (!known.contains(each.whole()) || !known.containsAll(each.parts())) {
                throw new DictionaryException("accounts.yaml", 1, "the parts of '" + each.whole() + "' name what no name explains");
            }
        }
        return new Accounts(totals, names, parts, series, kinds, fillers, across, told, empty, blank);
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

    /// 预算 or 决算, whichever the words say last, names of kinds of budget apart; empty where they say neither.
    public String series(String words) {
        var bare = without(words, kinds);
        int last = -1;
        var found = "";
        for (var each : series) {
            for (var word : each.words()) {
                int at = bare.lastIndexOf(word);
                if (at > last) {
                    last = at;
                    found = each.name();
                }
            }
        }
        return found;
    }

    /// Whether the words say nothing but 预算 or 决算 (，支出决算为): the figure after them is of what the figure before was.
    public boolean continues(String words) {
        return !series(words).isEmpty() && filled(words);
    }

    /// Whether nothing but fillers and 预算 or 决算 stands in the words.
    public boolean filled(String words) {
        var bare = without(words, kinds);
        for (var each : series) {
            bare = without(bare, each.words());
        }
        return without(bare, fillers).isEmpty();
    }

    private static String without(String words, List<String> leave) {
        var bare = words;
        for (var each : leave) {
            bare = bare.replace(each, "");
        }
        return bare;
    }

    /// What stands after the name that the words last name; the words where they name nothing.
    public String after(String words) {
        return last(words).map(each -> words.substring(each.end())).orElse(words);
    }

    /// What the words last name: of names that overlap the one that begins first and is longest.
    public Optional<String> name(String words) {
        return last(words).map(Found::name);
    }

    /// A name that stands in words, and where it ends.
    private record Found(String name, int end) {
    }

    private Optional<Found> last(String words) {
        // Few words name anything: the names that do not stand in them at all are not looked for at each place.
        var told = names.stream().filter(each -> each.words().stream().anyMatch(words::contains)).toList();
        if (told.isEmpty()) {
            return Optional.empty();
        }
        Optional<Found> last = Optional.empty();
        for (int at = 0; at < words.length(); at++) {
            int longest = 0;
            for (var each : told) {
                for (var word : each.words()) {
                    if (word.length() > longest && words.startsWith(word, at)) {
                        longest = word.length();
                        last = Optional.of(new Found(each.name(), at + longest));
                    }
                }
            }
            at += Math.max(0, longest - 1);
        }
        return last;
    }
}
