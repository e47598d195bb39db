package cn.jixiao.serve.review;

import cn.jixiao.serve.report.FigureView;
import cn.jixiao.serve.report.ReportView.Bit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the review pages show.
public final class ReviewView {

    private ReviewView() {
    }

    /// @param total figures in the queue
    /// @param report the only report that is looked at, or empty
    /// @param more the queue further on, or empty
    /// @param levels other least risks
    public record Queue(List<Task> tasks, int total, String report, String who, String previous, String more, List<Choice> levels,
            List<Line> latest, int entries, List<String> faults) {
    }

    public record Choice(String name, String href, boolean current) {
    }

    /// One figure to look at.
    ///
    /// @param risk percent
    /// @param where report, page, table
    /// @param said the words around it, with it marked
    /// @param clip that piece of the page, or null
    /// @param done what was just decided, or null
    public record Task(FigureView figure, int risk, List<String> reasons, String title, String where, List<Bit> said, @Nullable Clip clip,
            @Nullable Done done, String back) {
    }

    /// A piece of a printed page.
    public record Clip(String href, String view, String width, String height, String label, List<List<String>> boxes) {
    }

    /// @param entry for undoing
    public record Done(String words, String entry, String saw) {
    }

    /// One entry of the journal.
    public record Line(String id, String what, String about, String href, String by, String changes, boolean counts, String saw,
            String report) {
    }

    /// A form.
    ///
    /// @param fields what it is filled with, by name
    /// @param conflict what changed since, or null
    /// @param adding whether the figure is a new one; `words` and `after` name its place
    public record Edit(String title, String where, String href, @Nullable FigureView figure, List<Bit> said, @Nullable Clip clip,
            java.util.Map<String, String> fields, List<Option> indicators, List<Option> projects, List<Option> regions,
            List<Option> units, List<Line> history, @Nullable Conflict conflict, boolean adding, String words, String after,
            String report, String saw, String seen, String back, String who) {

        public String field(String name) {
            return fields.getOrDefault(name, "");
        }
    }

    public record Option(String value, String name) {
    }

    /// @param since who did what meanwhile
    /// @param rows attribute, now, mine; only where they differ
    public record Conflict(List<Line> since, List<List<String>> rows, String href) {
    }

    public record History(List<Line> lines, String report, List<Lost> lost, List<String> faults) {
    }

    /// @param edition address of the report that could take it over, or empty
    public record Lost(Line line, String edition) {
    }
}
