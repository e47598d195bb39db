package cn.jixiao.cli;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.export.ComparisonFormat;
import cn.jixiao.observation.Indicator;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `compare INDICATOR...`: tables of regions, agencies or projects by years.
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");

    private final Session session;

    @Parameters(paramLabel = "INDICATOR", arity = "1..*", descriptionKey = "compare.indicator")
    private List<String> indicators = List.of();

    @Option(names = "--by", paramLabel = "region|prefecture|province|agency|project", defaultValue = "region",
            descriptionKey = "compare.by")
    private Rows by = Rows.region;

    @Option(names = "--years", paramLabel = "FROM-TO", descriptionKey = "compare.years")
    private @Nullable String years;

    @Option(names = "--region", paramLabel = "NAME|CODE", descriptionKey = "compare.region")
    private @Nullable String region;

    @Option(names = "--role", paramLabel = "actual|target", defaultValue = "actual", descriptionKey = "compare.role")
    private Wanted role = Wanted.actual;

    @Option(names = "--format", paramLabel = "table|csv|json|html", defaultValue = "table", descriptionKey = "compare.format")
    private Format format = Format.table;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "compare.out")
    private @Nullable Path out;

    @Option(names = "--evidence", descriptionKey = "compare.evidence")
    private boolean evidence;

    /// Spelled as on the command line.
    enum Rows { region, prefecture, province, agency, project }

    /// Spelled as on the command line.
    enum Wanted { actual, target }

    /// Spelled as on the command line.
    enum Format { table, csv, json, html }

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        var query = query();
        try (var records = session.records()) {
            var comparison = session.comparer(records).compare(query);
            var text = ComparisonFormat.of(format.name()).orElseThrow().write(comparison, session.labels());
            if (out == null) {
                session.console().print(text.stripTrailing());
            } else {
                Files.writeString(out, text);
                session.console().tell("show.written", out);
            }
            if (evidence && out == null) {
                var lines = new ObservationLines(session);
                comparison.tables().forEach(table -> table.rows().forEach(row -> row.cells().forEach(cell -> {
                    if (!cell.evidence().isEmpty()) {
                        session.console().print(row.name() + " " + cell.year());
                        lines.print(cell.evidence());
                    }
                })));
            }
        }
        return ExitStatus.DONE;
    }

    private ComparisonQuery query() {
        var query = ComparisonQuery.of(indicators.stream().map(this::indicator).toArray(String[]::new));
        query = switch (by) {
            case region -> query.at(Region.Level.COUNTY);
            case prefecture -> query.at(Region.Level.PREFECTURE);
            case province -> query.at(Region.Level.PROVINCE);
            case agency -> query.by(By.AGENCY);
            case project -> query.by(By.PROJECT);
        };
        query = query.role(role == Wanted.target ? Role.TARGET : Role.ACTUAL);
        if (region != null) {
            query = query.within(area(region), null, null);
        }
        return years == null ? query : years(query, years);
    }

    /// An indicator by its id or its Chinese name.
    private String indicator(String word) {
        return session.dictionaries().indicators().all().stream()
                .filter(each -> each.id().equals(word) || each.name().equals(word)).map(Indicator::id).findFirst()
                .orElseThrow(() -> new UserException("indicator.unknown", word));
    }

    private static ComparisonQuery years(ComparisonQuery query, String words) {
        var matcher = YEARS.matcher(words.strip());
        if (!matcher.matches()) {
            throw new UserException("compare.years.bad", words);
        }
        int from = Integer.parseInt(matcher.group(1));
        int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
        if (from > to) {
            throw new UserException("compare.years.bad", words);
        }
        return query.years(from, to);
    }

    private String area(String words) {
        var regions = session.dictionaries().regions();
        if (regions.byCode(words).isPresent()) {
            return words;
        }
        var named = regions.byName(words).stream().filter(each -> regions.inForce(each.code())).toList();
        if (named.isEmpty()) {
            throw new UserException("compare.region.none", words);
        }
        if (named.size() > 1) {
            throw new UserException("compare.region.several", words, String.join("\n",
                    named.stream().map(each -> "  " + each.code() + "  " + each.fullName()).toList()));
        }
        return named.getFirst().code();
    }
}
