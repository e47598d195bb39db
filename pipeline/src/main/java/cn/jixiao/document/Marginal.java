package cn.jixiao.document;

/// What stands on the page but is not the report's running text. It stays in the canonical text, so that nothing is
/// lost, but numbers in it are not read.
public record Marginal(Span span, Kind kind) implements Block {

    /// Which part of the page it is.
    public enum Kind { HEADER, FOOTER, PAGE_NUMBER, CONTENTS, NAVIGATION, FOOTNOTE }
}
