package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what a report says of itself: title, kind, agency, evaluator, area, year and months.
///
/// Each fact remembers the rule that found it; what cannot be told is null and has no rule. Thread-safe.
public final class FactFinder {

    private final FactWords words;
    private final TitleFinder titles;
    private final EvaluatorFinder evaluators;
    private final AgencyFinder agencies;
    private final TypeFinder types;
    private final YearFinder years;
    private final PeriodFinder periods;
    private final RegionFinder areas;

    public FactFinder(FactWords words, Regions regions) {
        this.words = words;
        titles = new TitleFinder(words, regions);
        evaluators = new EvaluatorFinder(words);
        agencies = new AgencyFinder(words, new AgencyNames(words, regions));
        types = new TypeFinder(words);
        years = new YearFinder(words);
        periods = new PeriodFinder();
        areas = new RegionFinder(words, regions);
    }

    public Facts find(Document document) {
        var opening = Opening.of(document);
        var rules = new ArrayList<String>();
        var title = keep(titles.find(opening), rules);
        var evaluator = keep(evaluators.find(opening, title).filter(found -> wrote(found, opening, title)), rules);
        var agency = keep(agencies.find(opening, title, evaluator), rules);
        var type = types.find(opening, title, agency, evaluator);
        rules.add(type.rule());
        var year = keep(years.find(opening, title), rules);
        var period = keep(periods.find(opening, title, type.value(), year), rules);
        var region = keep(areas.find(opening, title, agency, year), rules);
        return new Facts(title, type.value(), agency, evaluator, region, year, period, List.copyOf(rules));
    }

    /// A unit that evaluates itself may tell of a firm that it called in for something else, and a company may evaluate
    /// itself.
    private boolean wrote(Found<String> firm, Opening opening, @Nullable String title) {
        if (title == null || !words.anyIn("type.self", title)) {
            return true;
        }
        return switch (firm.rule()) {
            case "evaluator:called" -> !words.anyIn("own_voice", opening.text());
            case "evaluator:sign-off" -> opening.text().contains("委托") || !words.anyIn("own_voice", opening.text());
            default -> true;
        };
    }

    private static <T> @Nullable T keep(Optional<Found<T>> found, List<String> rules) {
        found.ifPresent(each -> rules.add(each.rule()));
        return found.map(Found::value).orElse(null);
    }
}
