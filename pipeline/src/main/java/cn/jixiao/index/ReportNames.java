package cn.jixiao.index;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What people call a report by.
final class ReportNames {

    private static final int SHORTEST_ID = 4;

    private ReportNames() {
    }

    /// The reports that a name means, which is not the whole id of one of them; see [Records#find].
    static List<Report> among(List<Report> all, String name) {
        List<Predicate<Report>> meanings = List.of(
                report -> report.sources().contains(name),
                report -> name.length() >= SHORTEST_ID && report.docId().startsWith(name.toLowerCase(Locale.ROOT)),
                report -> report.sources().stream().anyMatch(path -> path.endsWith("/" + name)),
                report -> report.sources().stream().anyMatch(path -> stem(path).equals(name)),
                report -> report.sources().stream().anyMatch(path -> path.contains(name))
                        || report.facts().title() != null && report.facts().title().contains(name));
        return meanings.stream().map(meaning -> all.stream().filter(meaning).toList())
                .filter(found -> !found.isEmpty()).findFirst().orElse(List.of());
    }

    /// `a/report.doc` is `report`.
    private static String stem(String path) {
        var file = path.substring(path.lastIndexOf('/') + 1);
        int dot = file.lastIndexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
