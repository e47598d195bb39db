package cn.jixiao.serve.findings;

import java.util.List;

/// What the findings page shows.
///
/// @param total in words
/// @param report the only report that is looked at, or empty
/// @param paper address of the working paper with the same filters
public record FindingsView(String total, String report, List<Choices> filters, List<Chip> chips, List<Item> items, String previous,
        String next, String paper, String jsonl, String who) {

    /// Values to choose from.
    public record Choices(String name, List<Choice> choices) {
    }

    /// @param count how many there are, or empty where that is not counted
    public record Choice(String name, String count, String href, boolean current) {
    }

    /// A filter in force; its address is the page without it.
    public record Chip(String kind, String value, String href) {
    }

    /// @param name by which a decision names it
    /// @param operands the figures compared
    /// @param verdict `accepted`, `dismissed` or empty; `by` who, when and why; `entry` for undoing
    /// @param saw the last entry about it
    public record Item(String docId, String name, String severity, String severityWords, String rule, String message, String title, String href,
            List<Operand> operands, String verdict, String by, String entry, String saw) {
    }

    public record Operand(String raw, String name, String href) {
    }
}
