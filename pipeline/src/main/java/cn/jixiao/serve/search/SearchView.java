package cn.jixiao.serve.search;

import java.util.List;

/// What the search page shows.
///
/// @param chosen parameters that a new query keeps
/// @param meant the query that a question in plain words was read as, or empty; `meantHref` asks it alone
/// @param error what is wrong with the query, or empty
public record SearchView(String text, List<Tab> tabs, List<Tab> orders, List<Chosen> chosen, List<Chip> chips,
        List<Facet> facets, List<Hit> hits, String total, List<Tab> pages, String meant, String meantHref,
        String error, String errorRemedy) {

    /// One of several addresses of which one is this page.
    public record Tab(String name, String value, String href, boolean current) {
    }

    /// A parameter of the address.
    public record Chosen(String name, String value) {
    }

    /// A filter in force; its address is the page without it.
    public record Chip(String kind, String value, String href) {
    }

    /// Values to narrow by.
    public record Facet(String name, List<Value> values) {
    }

    public record Value(String name, int count, String href) {
    }

    /// One thing found.
    ///
    /// @param about facts of the report
    /// @param figure of an observation: value and what it counts, or empty
    public record Hit(String title, String href, String file, List<String> about, String figure, String label,
            String tag, List<List<Part>> passages) {
    }

    /// A piece of a passage.
    public record Part(String text, boolean marked) {
    }
}
