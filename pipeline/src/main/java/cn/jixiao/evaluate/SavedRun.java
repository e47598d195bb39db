package cn.jixiao.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// What an evaluation found, as lines of a file, so that the effect of a changed rule is seen before it is kept.
///
/// @param totals the lines of the tallies
/// @param misses one line each, in order
public record SavedRun(List<String> totals, List<String> misses) {

    private static final String TOTAL = "= ";

    public SavedRun {
        totals = List.copyOf(totals);
        misses = List.copyOf(misses);
    }

    public static SavedRun of(Evaluation evaluation) {
        var misses = new TreeSet<String>();
        evaluation.misses().forEach(each -> misses.add(String.join("\t", each.document(), each.what(), each.raw(), each.indicator(),
                each.context().replaceAll("\\s+", " "))));
        return new SavedRun(List.of(line("value", evaluation.value()), line("fact", evaluation.fact())), List.copyOf(misses));
    }

    /// @throws IOException if the file cannot be read
    public static SavedRun read(Path file) throws IOException {
        var totals = new ArrayList<String>();
        var misses = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith(TOTAL)) {
                totals.add(line.substring(TOTAL.length()));
            } else if (!line.isBlank()) {
                misses.add(line);
            }
        }
        return new SavedRun(totals, misses);
    }

    /// @throws IOException if the file cannot be written
    public void write(Path file) throws IOException {
        var lines = new ArrayList<String>();
        totals.forEach(each -> lines.add(TOTAL + each));
        lines.addAll(misses);
        Files.write(file, lines);
    }

    /// The totals then and now, then what is wrong now and was not (`+`), and what was and is no more (`-`).
    public List<String> since(SavedRun before) {
        var lines = new ArrayList<String>();
        before.totals.forEach(each -> lines.add("< " + each));
        totals.forEach(each -> lines.add("> " + each));
        misses.stream().filter(each -> !before.misses.contains(each)).forEach(each -> lines.add("+ " + each));
        before.misses.stream().filter(each -> !misses.contains(each)).forEach(each -> lines.add("- " + each));
        return lines;
    }

    private static String line(String name, Tally tally) {
        return String.format(Locale.ROOT, "%s P %.4f R %.4f F1 %.4f", name, tally.precision(), tally.recall(), tally.f1());
    }
}
