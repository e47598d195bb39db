package cn.jixiao.examples;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Source;
import cn.jixiao.observation.ColumnMeaning;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Grid;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An example of `forms/*.txt` is a drawn table and what is to be read in its cells; the files' heads explain the
/// notation. The drawing is read as a web page, so that reader, grid and dictionary are tested together.
record FormExamples(Pipeline pipeline) {

    Outcome check(Shelf shelf) {
        var outcome = new Outcome.Collector();
        for (var book : shelf.books("forms", ".txt")) {
            var lines = book.text().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).startsWith("== ")) {
                    int end = i + 1;
                    while (end < lines.size() && !lines.get(end).startsWith("== ")) {
                        end++;
                    }
                    check(book.name(), i + 1, lines.subList(i, end), outcome);
                    i = end - 1;
                }
            }
        }
        return outcome.outcome();
    }

    private void check(String file, int line, List<String> example, Outcome.Collector outcome) {
        var drawing = example.stream().skip(1).filter(each -> !isExpectation(each)).toList();
        var read = pipeline.run(Source.ofText("example.html", Drawing.html(drawing)));
        for (int i = 0; i < example.size(); i++) {
            if (isExpectation(example.get(i))) {
                check(file, line + i, example.get(i), read, outcome);
            }
        }
    }

    private static boolean isExpectation(String line) {
        return line.startsWith("-> ") || line.startsWith("headings:") || line.startsWith("plain:");
    }

    private static void check(String file, int line, String expectation, Extraction read, Outcome.Collector outcome) {
        var place = file + ":" + line;
        if (expectation.startsWith("-> ")) {
            var parts = expectation.substring(3).split(" ; ", -1);
            // A reader joins the lines of a wrapped heading; the drawing may show them apart.
            var wanted = Stream.of(parts).skip(1).map(each -> each.strip().replace("\\n", "")).toList();
            var found = place(read, parts[0].strip()).map(each -> shown(each, read.document().text())).orElse(List.of());
            var shown = found.subList(0, Math.min(wanted.size(), found.size()));
            outcome.add(wanted.equals(shown), place, parts[0], wanted.toString(), shown);
            return;
        }
        boolean heading = expectation.startsWith("headings:");
        for (var words : expectation.substring(expectation.indexOf(':') + 1).split(", ")) {
            var found = place(read, words.strip()).map(Grid.Place::heading);
            outcome.add(found.equals(Optional.of(heading)), place, words, heading ? "heading" : "!heading", found);
        }
    }

    private static Optional<Grid.Place> place(Extraction read, String name) {
        int at = name.lastIndexOf('@');
        var words = (at < 0 ? name : name.substring(0, at)).replace("\\n", "");
        return read.outline().grids().stream().flatMap(grid -> grid.places().stream())
                .filter(place -> words(place.cell(), read.document().text()).equals(words))
                .filter(place -> at < 0 || name.substring(at + 1).equals(place.cell().row() + "," + place.cell().column()))
                .findFirst();
    }

    private static List<String> shown(Grid.Place place, String text) {
        return List.of(path(place.columnHeads(), text), path(place.rowHeads(), text), id(place.column()), id(place.row()),
                place.unit() == null ? "-" : place.unit());
    }

    private static String path(List<Cell> cells, String text) {
        return cells.isEmpty() ? "-" : cells.stream().map(cell -> words(cell, text)).collect(Collectors.joining(" > "));
    }

    private static String words(Cell cell, String text) {
        return cell.span().of(text).strip().replace("\n", "");
    }

    private static String id(@Nullable ColumnMeaning meaning) {
        return meaning == null ? "-" : meaning.id();
    }
}
