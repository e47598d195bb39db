package cn.jixiao.document;

/// A piece of a document as it stands on the page: every character of the canonical text that is not a separator
/// belongs to exactly one block.
public sealed interface Block permits Heading, Paragraph, Table, Marginal {

    /// Where this block stands in the canonical text.
    Span span();
}
