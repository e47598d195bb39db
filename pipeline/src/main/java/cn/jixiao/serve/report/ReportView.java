package cn.jixiao.serve.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the page of a report shows.
///
/// @param facts of the report, name and value
/// @param troubles what went wrong with the file, and the remedy
/// @param original where the file can be had, or empty
/// @param notes what the reader should know of how it is shown
/// @param picture the page as printed, or null where the text is shown
/// @param text the part of the text that is shown, or null where the picture is
/// @param steps to other pages or parts
/// @param other the same as text, or as pictures; empty where there is no other way
/// @param figures those of this page or part, by place; `chosen` the one asked for, by key
/// @param rejected those of this page or part that persons say are none
/// @param left numbers of this page or part that are no figures, with the rule that says why
public record ReportView(String docId, String title, String file, List<FigureView.Fact> facts, List<Told> troubles, String original,
        List<String> notes, @Nullable Picture picture, @Nullable Text text, Steps steps, Link other, List<FigureView> figures,
        String chosen, List<Rejected> rejected, List<Left> left, List<Section> sections, List<Link> projects, List<Finding> findings, int allFigures,
        String figuresHref, String findingsHref) {

    public record Told(String what, String remedy) {
    }

    /// @param href empty for none
    public record Link(String name, String href) {
    }

    public record Section(int level, String name, String href) {
    }

    /// A page as printed, with boxes in points over it.
    public record Picture(String href, int page, String width, String height, List<Box> boxes) {
    }

    /// @param kind `figure`, `target`, `left` or `place`
    public record Box(String key, String kind, String left, String top, String width, String height, String href, String title) {
    }

    /// @param current 1-based
    public record Steps(int current, int count, String previous, String next, List<Link> all) {
    }

    /// A part of a report's text.
    public record Text(List<Piece> pieces) {
    }

    /// What stands in a text, one after the other.
    public sealed interface Piece {
    }

    /// @param kind `h2` to `h4`, `p`, `aside`, or `page` for where a printed page begins
    public record Words(String kind, List<Bit> bits) implements Piece {
    }

    /// @param hidden what is not shown of it, in words; `before` and `after` lead to columns that are not
    public record Grid(List<List<Cell>> rows, String hidden, String before, String after) implements Piece {
    }

    public record Cell(int rows, int columns, boolean heading, List<Bit> bits) {
    }

    /// A stretch of words.
    ///
    /// @param key of the figure that it is, or empty
    /// @param kind `figure`, `target`, `left`, `place`, or empty for plain words
    public record Bit(String text, String key, String kind, String href, String title) {
    }

    /// A figure that is none, as somebody says.
    ///
    /// @param by who, when and why
    /// @param entry that says so, and `saw`, the last about it, both for undoing
    public record Rejected(String key, String raw, String by, String href, String entry, String saw) {
    }

    /// A number that is no figure.
    public record Left(String key, String raw, String rule, String href) {
    }

    public record Finding(String name, String severity, String words, String rule, String message, String verdict,
            List<Link> operands) {
    }
}
