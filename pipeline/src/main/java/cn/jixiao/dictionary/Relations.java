package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Relations that hold between indicators by their meaning, from `relations.yaml`.
///
/// @param totalRows what the total row of a table begins with, spelled without white space
public record Relations(List<Ratio> ratios, List<Bound> bounds, Set<String> totalRows) {

    /// A rate that follows from two other indicators: `rate` = `part` / one of `wholes`, in percent.
    ///
    /// @param name for the rule's name; @param title how findings call the rate
    public record Ratio(String name, String title, String rate, String part, List<String> wholes) {
        public Ratio {
            wholes = List.copyOf(wholes);
        }
    }

    /// An indicator that cannot exceed another.
    public record Bound(String name, String title, String part, String whole) {
    }

    public Relations {
        ratios = List.copyOf(ratios);
        bounds = List.copyOf(bounds);
        totalRows = Set.copyOf(totalRows);
    }

    /// @throws DictionaryException naming file and line of the first broken entry
    public static Relations load(Shelf shelf) {
        var ratios = new ArrayList<Ratio>();
        var bounds = new ArrayList<Bound>();
        var totals = new LinkedHashSet<String>();
        for (var book : shelf.books("relations", ".yaml")) {
            for (var file : book.entries()) {
                file.allow(Set.of("ratios", "bounds", "total_rows"));
                file.entries("ratios").forEach(entry -> ratios.add(ratio(entry)));
                file.entries("bounds").forEach(entry -> bounds.add(bound(entry)));
                totals.addAll(file.texts("total_rows"));
            }
        }
        return new Relations(ratios, bounds, totals);
    }

    private static Ratio ratio(Entry entry) {
        entry.allow(Set.of("name", "title", "rate", "part", "of"));
        if (entry.texts("of").isEmpty()) {
            throw entry.problem("'of' is missing");
        }
        return new Ratio(entry.text("name"), entry.text("title"), entry.text("rate"), entry.text("part"), entry.texts("of"));
    }

    private static Bound bound(Entry entry) {
        entry.allow(Set.of("name", "title", "part", "whole"));
        return new Bound(entry.text("name"), entry.text("title"), entry.text("part"), entry.text("whole"));
    }

    /// Every indicator id that a relation names, for checking against the indicator dictionary.
    public Set<String> indicators() {
        var ids = new LinkedHashSet<String>();
        ratios.forEach(each -> {
            ids.add(each.rate());
            ids.add(each.part());
            ids.addAll(each.wholes());
        });
        bounds.forEach(each -> ids.addAll(List.of(each.part(), each.whole())));
        return ids;
    }
}
