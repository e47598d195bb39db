package cn.jixiao.cli;

import cn.jixiao.compare.ComparisonQuery;
import cn.jixiao.compare.ComparisonQuery.By;
import cn.jixiao.compare.ComparisonQuery.Scope;
import cn.jixiao.compare.ComparisonQuery.View;
import cn.jixiao.compare.Denominators;
import cn.jixiao.compare.Denominators.BadTableException;
import cn.jixiao.export.ComparisonFormat;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.io.BufferedOutputStream;
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

    /// Lists of indicators are written both ways.
    private static final Pattern BETWEEN = Pattern.compile("[,，、]");

    private final Session session;

    @Parameters(paramLabel = "INDICATOR", arity = "1..*", descriptionKey = "compare.indicator")
    private List<String> indicators = List.of();

    @Option(names = "--by", paramLabel = "region|prefecture|province|agency|project|breakdown",
            defaultValue = "region",
            descriptionKey = "compare.by")
    private Rows by = Rows.region;

    @Option(names = "--years", paramLabel = "FROM-TO", descriptionKey = "compare.years")
    private @Nullable String years;

    @Option(names = "--region", paramLabel = "NAME|CODE", descriptionKey = "compare.region")
    private @Nullable String region;

    @Option(names = "--role", paramLabel = "actual|target|both", defaultValue = "actual", descriptionKey = "compare.role")
    private Wanted role = Wanted.actual;

    @Option(names = "--format", paramLabel = "table|csv|xlsx|json|html|sdmx", defaultValue = "table",
            descriptionKey = "compare.format")
    private Format format = Format.table;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "compare.out")
    private @Nullable Path out;

    @Option(names = "--agency", paramLabel = "NAME", descriptionKey = "compare.agency")
    private @Nullable String agency;

    @Option(names = "--project", paramLabel = "NAME", descriptionKey = "compare.project")
    private @Nullable String project;

    @Option(names = "--breakdown", paramLabel = "NAME", descriptionKey = "compare.breakdown")
    private @Nullable String breakdown;

    @Option(names = "--growth", descriptionKey = "compare.growth")
    private boolean growth;

    @Option(names = "--stats", descriptionKey = "compare.stats")
    private boolean stats;

    @Option(names = "--per", paramLabel = "FILE.csv", descriptionKey = "compare.per")
    private @Nullable Path per;

    @Option(names = "--evidence", descriptionKey = "compare.evidence")
    private boolean evidence;

    /// Spelled as on the command line.
    enum Rows { region, prefecture, province, agency, project, breakdown }

    /// Spelled as on the command line.
    enum Wanted { actual, target, both }

    /// Spelled as on the command line.
    enum Format { table, csv, xlsx, json, html, sdmx }

    CompareCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        session.regionsAhead();
        try (var records = session.records()) {
            var comparison = session.comparer(records).compare(query());
            var writer = ComparisonFormat.of(format.name()).orElseThrow();
            if (out != null) {
                try (var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
                    writer.write(comparison, session.labels(), stream);
                }
                session.console().tell("show.written", out);
            } else if (writer.isText()) {
                session.console().print(writer.write(comparison, session.labels()).stripTrailing());
            } else {
                throw new UserException("compare.out.needed", format.name());
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
        var query = ComparisonQuery.of(indicators.stream().flatMap(BETWEEN::splitAsStream).map(String::strip).filter(word -> !word.isEmpty())
                .map(this::indicator).toArray(String[]::new));
        query = switch (by) {
            case region -> query.at(Region.Level.COUNTY);
            case prefecture -> query.at(Region.Level.PREFECTURE);
            case province -> query.at(Region.Level.PROVINCE);
            case agency -> query.by(By.AGENCY);
            case project -> query.by(By.PROJECT);
            case breakdown -> query.by(By.BREAKDOWN);
        };
        query = switch (role) {
            case actual -> query;
            case target -> query.role(Role.TARGET);
            case both -> query.withTargets();
        };
        query = query.within(new Scope(region == null ? null : area(region), agency, project, breakdown))
                .show(new View(growth, stats)).per(per == null ? null : denominators(per));
        return years == null ? query : years(query, years);
    }

    private static Denominators denominators(Path file) {
        try {
            return Denominators.parse(Files.readString(file));
        } catch (BadTableException e) {
            throw new UserException("compare.per.bad", file, e.line(), e.what());
        } catch (java.nio.charset.MalformedInputException e) {
            throw new UserException("compare.per.encoding", file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String indicator(String word) {
        return session.naming().indicator(word).orElseThrow(() -> {
            var like = session.naming().like(word);
            return like.isEmpty() ? new UserException("indicator.unknown", word)
                    : new UserException("indicator.like", word, String.join(" | ", like));
        });
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

    /// The code of an area by its name or code; an abolished one leads to the area that carries on its line, and says so.
    private String area(String words) {
        var found = session.naming().areas(words);
        if (found.isEmpty()) {
            throw new UserException("compare.region.none", words);
        }
        if (found.size() > 1) {
            throw new UserException("compare.region.several", words, String.join("\n",
                    found.stream().map(each -> "  " + each.code() + "  " + each.fullName()).toList()));
        }
        return inForce(found.getFirst());
    }

    private String inForce(Region area) {
        var regions = session.regions();
        if (regions.inForce(area.code())) {
            return area.code();
        }
        var line = regions.comparable(area.code());
        var next = regions.byCode(line).filter(each -> !line.equals(area.code()));
        if (next.isPresent()) {
            session.console().tell("compare.region.successor", area.fullName(), area.code(), next.get().fullName(), line);
        } else {
            session.console().tell("compare.region.gone", area.fullName(), area.code());
        }
        return line;
    }
}
