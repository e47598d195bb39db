package cn.jixiao.document;

/// A paragraph of running text, its soft line breaks joined.
public record Paragraph(Span span) implements Block {
}
