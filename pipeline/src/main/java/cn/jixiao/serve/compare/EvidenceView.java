package cn.jixiao.serve.compare;

import java.util.List;

/// What stands behind a cell.
///
/// @param state of the cell in words, `kind` its colour
/// @param notes and rules that chose the figure, in words
/// @param taken the figures it was made of
/// @param others what else was told
/// @param more how many others are not named
public record EvidenceView(String title, String value, String state, String kind, List<String> notes, List<String> rules,
        List<Source> taken, List<Source> others, int more, String back) {

    /// A figure and where it was read.
    ///
    /// @param parts the sentence, with the figure marked
    /// @param href the place on the page of its report
    public record Source(String figure, String label, String report, String file, String page, List<Part> parts,
            String href) {
    }

    public record Part(String text, boolean marked) {
    }
}
