package cn.jixiao.cli;

import cn.jixiao.ask.IndicatorNames;
import cn.jixiao.ask.Question;
import cn.jixiao.index.SearchQuery;
import cn.jixiao.index.SearchResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `search QUERY`: full text and observations, with filters and facets.
@Command(name = "search")
final class SearchCommand implements Callable<Integer> {

    private final Session session;

    @Parameters(paramLabel = "QUERY", arity = "0..*", descriptionKey = "search.query")
    private List<String> words = List.of();

    @Option(names = {"-n", "--size"}, paramLabel = "N", defaultValue = "10", descriptionKey = "search.size")
    private int size;

    @Option(names = "--like", paramLabel = "REPORT", descriptionKey = "search.like")
    private @Nullable String like;

    @Option(names = "--offset", paramLabel = "N", defaultValue = "0", descriptionKey = "search.offset")
    private int offset;

    @Option(names = "--in", paramLabel = "reports|passages|observations|findings", descriptionKey = "search.in")
    private @Nullable String level;

    @Option(names = "--sort", paramLabel = "relevance|source|newest|oldest|smallest|largest", defaultValue = "relevance",
            descriptionKey = "search.sort")
    private String order = "relevance";

    SearchCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (like != null) {
            return alike(like);
        }
        if (String.join("", words).isBlank()) {
            throw new UserException("search.missing");
        }
        var text = new IndicatorNames(session::naming).withIds(String.join(" ", words));
        var query = new SearchQuery(text, level == null ? null : choice(SearchQuery.Level.class, level),
                choice(SearchQuery.Order.class, order), offset, size, 8);
        try (var records = session.records()) {
            var meant = level == null ? meant(query.text()) : Optional.<String>empty();
            meant.ifPresent(its -> session.console().say("search.meant", its));
            var result = records.search(meant.isEmpty() ? query
                    : new SearchQuery(meant.get(), null, query.order(), offset, size, query.facets()));
            result.hits().forEach(this::print);
            session.console().say("search.total", result.total());
            // Provinces and prefectures are codes for programs; the region's full name tells people both.
            result.facets().forEach((facet, counts) -> {
                if (!facet.equals("province") && !facet.equals("prefecture")) {
                    print(facet, counts);
                }
            });
            return ExitStatus.DONE;
        }
    }

    /// What a question for figures is read as.
    private Optional<String> meant(String text) {
        if (!Question.isOne(text)) {
            return Optional.empty();
        }
        return Question.of(session.dictionaries()).meant(text);
    }

    private int alike(String name) {
        try (var records = session.records()) {
            records.like(new ReportChoice(records).report(name).docId(), size).hits().forEach(this::print);
            return ExitStatus.DONE;
        }
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String word) {
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(word.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        throw new UserException("option.choice", word, String.join(" ",
                java.util.Arrays.stream(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList()));
    }

    private void print(SearchResult.Hit hit) {
        var console = session.console();
        console.print(hit.report().shownTitle() + "  [" + hit.report().source() + "]");
        if (hit.observation() != null) {
            new ObservationLines(session).print(hit.observation());
        }
        if (hit.finding() != null) {
            console.print("  [" + hit.finding().rule() + "] " + hit.finding().message());
        }
        hit.snippets().forEach(each -> console.print("    " + marked(each)));
    }

    private String marked(SearchResult.Snippet snippet) {
        var before = session.console().terminal() ? "\u001B[1m" : "【";
        var after = session.console().terminal() ? "\u001B[0m" : "】";
        var line = new StringBuilder();
        int from = 0;
        for (var mark : snippet.marks()) {
            line.append(snippet.text(), from, mark.start()).append(before).append(mark.of(snippet.text())).append(after);
            from = mark.end();
        }
        return line.append(snippet.text().substring(from)).toString().replaceAll("\\s+", " ").strip();
    }

    private void print(String facet, List<SearchResult.Count> counts) {
        if (!counts.isEmpty()) {
            session.console().print("  " + session.console().text("facet." + facet) + "  " + String.join("  ",
                    counts.stream().map(each -> each.value() + " " + each.count()).toList()));
        }
    }
}
