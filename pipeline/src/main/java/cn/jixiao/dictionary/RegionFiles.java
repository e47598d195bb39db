package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The tables of `dictionaries/regions`: which file is which shows in the beginning of its name, so that a user's
/// `regions/divisions-local.tsv` adds to the program's own `regions/divisions.tsv`.
final class RegionFiles {

    private static final Pattern CODE = Pattern.compile("\\d{6}");

    /// A line of a table.
    private record Row(String file, int line, List<String> values) {
        String at(int column) {
            return column < values.size() ? values.get(column).strip() : "";
        }

        String code(int column) {
            if (!CODE.matcher(at(column)).matches()) {
                throw problem("'" + at(column) + "' in column " + (column + 1) + " is not a code of six digits");
            }
            return at(column);
        }

        DictionaryException problem(String what) {
            return new DictionaryException(file, line, what);
        }
    }

    final List<Division> divisions = new ArrayList<>();
    final Map<String, String> successors = new LinkedHashMap<>();
    final Map<String, String> zones = new LinkedHashMap<>();
    final Map<String, String> names = new LinkedHashMap<>();
    final Map<String, String> signs = new LinkedHashMap<>();
    final Map<String, String> words = new LinkedHashMap<>();

    static RegionFiles read(Shelf shelf) {
        var files = new RegionFiles();
        for (var book : shelf.books("regions", ".tsv")) {
            rows(book, files.reader(book));
        }
        return files;
    }

    private Consumer<Row> reader(Shelf.Book book) {
        var name = book.name().substring(book.name().lastIndexOf('/') + 1);
        return switch (name.substring(0, name.indexOf('.')).split("-")[0]) {
            case "divisions" -> row -> divisions.add(new Division(row.code(0), row.at(1),
                    row.at(2).isEmpty() ? null : row.code(2), row.at(3), row.at(4), row.at(5)));
            case "successors" -> row -> successors.put(row.code(0), row.code(1));
            case "zones" -> row -> zones.put(row.at(0), row.code(1));
            case "aliases" -> this::alias;
            case "words" -> row -> words.put(row.at(0), row.at(1));
            // What the generating script reads, already worked into the successors.
            case "changes" -> row -> { };
            default -> throw new DictionaryException(book.name(), 1,
                    "is none of divisions, successors, zones, aliases, words; begin its name with one of them");
        };
    }

    private void alias(Row row) {
        switch (row.at(2)) {
            case "name" -> names.put(row.at(0), row.code(1));
            case "sign" -> signs.put(row.at(0), row.code(1));
            default -> throw row.problem("'" + row.at(2) + "' is neither name nor sign");
        }
    }

    private static void rows(Shelf.Book book, Consumer<Row> reader) {
        int number = 0;
        for (var line : book.text().lines().toList()) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                reader.accept(new Row(book.name(), number, List.of(line.split("\t", -1))));
            }
        }
    }
}
