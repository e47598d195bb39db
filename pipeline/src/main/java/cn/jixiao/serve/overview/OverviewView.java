package cn.jixiao.serve.overview;

import java.util.List;

/// What the first page shows.
///
/// @param empty whether nothing was imported yet; all else is empty then
/// @param findings alarms by how grave they are, the gravest first
/// @param rules alarms by rule
public record OverviewView(boolean empty, long reports, long observations, long alarms, long unread, List<Bar> years,
        List<Bar> provinces, List<Bar> types, List<Trouble> troubles, long troubled, List<Bar> findings, List<Bar> rules,
        List<Bar> indicators) {

    static final OverviewView NOTHING = new OverviewView(true, 0, 0, 0, 0, List.of(), List.of(), List.of(), List.of(), 0,
            List.of(), List.of(), List.of());

    /// How many of something there are.
    ///
    /// @param share of the largest, 0 to 100
    /// @param href where they are listed
    public record Bar(String name, long count, long share, String href) {
    }

    /// A file that gave nothing, less than it holds, or waits for OCR.
    ///
    /// @param tag the state in words, `kind` its colour
    /// @param causes what happened and what can be done
    public record Trouble(String name, String href, String tag, String kind, List<Cause> causes) {
    }

    public record Cause(String what, String remedy) {
    }
}
