package cn.jixiao.serve.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page shows.
///
/// @param lively whether the script of charts was packed by the build
public record CompareView(Form form, List<Tab> shows, List<TableView> tables, List<Tab> years, List<Tab> exports,
        boolean lively) {

    /// One of several addresses of which one is this page.
    public record Tab(String name, String href, boolean current) {
    }

    /// The choices as they stand.
    ///
    /// @param known names that can be asked for
    public record Form(List<Chosen> indicators, List<Known> known, List<Choice> rows, List<Choice> roles, String region,
            String from, String to, String agency, String project, String breakdown, boolean growth, boolean stats,
            String show, String year, String mark) {
    }

    public record Chosen(String id, String name, String without) {
    }

    public record Known(String name, String id) {
    }

    public record Choice(String value, String name, boolean current) {
    }

    /// One indicator.
    ///
    /// @param heading with unit and formula
    /// @param columns the years, each sorting the rows
    /// @param below rows under the table: coverage, quartiles
    /// @param chart or null where the page shows none, or there is nothing to draw
    public record TableView(String heading, String note, List<Tab> columns, List<RowView> rows, List<Below> below,
            List<Tab> pages, @Nullable ChartView chart) {
    }

    public record RowView(String name, String fullName, boolean marked, String markHref, List<CellView> cells) {
    }

    /// @param value as printed, or empty where nobody told it
    /// @param kind `ok`, `doubt` or `missing`
    /// @param state what is to be known of it, or empty
    /// @param more change, rank, target
    /// @param href of its evidence, or empty
    /// @param heat 0 to 5
    public record CellView(int year, String value, String kind, String state, List<String> more, String href, int heat) {
    }

    public record Below(String name, List<String> values) {
    }

    /// @param json for the script
    /// @param svg where to have it as a file
    public record ChartView(String title, String note, Drawing drawing, String json, String svg) {
    }
}
