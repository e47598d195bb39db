package cn.jixiao.index;

import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Outline;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// A stretch of a report that a hit can show: a paragraph, some sentences of a long one, or a row of a table.
///
/// @param span in the canonical text
/// @param text its words
public record Passage(Span span, String text) {

    /// A paragraph up to here stays whole.
    private static final int LONG = 600;

    public static List<Passage> of(Extraction extraction) {
        var document = extraction.document();
        var spans = new ArrayList<Span>();
        for (var block : document.blocks()) {
            spans.addAll(spans(block, extraction.outline()));
        }
        if (document.blocks().isEmpty() && !document.text().isBlank()) {
            spans.add(new Span(0, document.text().length()));
        }
        return spans.stream().filter(span -> !document.textOf(span).isBlank()).map(span -> at(document, span)).toList();
    }

    private static Passage at(Document document, Span span) {
        return new Passage(span, document.textOf(span));
    }

    private static List<Span> spans(Block block, Outline outline) {
        return switch (block) {
            case Heading heading -> List.of(heading.span());
            case Marginal marginal -> List.of(marginal.span());
            case Paragraph paragraph -> paragraph.span().length() <= LONG ? List.of(paragraph.span())
                    : sentences(paragraph.span(), outline);
            case Table table -> rows(table);
        };
    }

    /// Groups of whole sentences, each about as long as a paragraph may be.
    private static List<Span> sentences(Span paragraph, Outline outline) {
        var groups = new ArrayList<Span>();
        int start = paragraph.start();
        for (var sentence : outline.sentences()) {
            if (sentence.end() <= start || sentence.end() >= paragraph.end()) {
                continue;
            }
            if (sentence.end() - start > LONG / 2) {
                groups.add(new Span(start, sentence.end()));
                start = sentence.end();
            }
        }
        groups.add(new Span(start, paragraph.end()));
        return groups;
    }

    private static List<Span> rows(Table table) {
        var rows = new TreeMap<Integer, Span>();
        for (var cell : table.cells()) {
            rows.merge(cell.row(), cell.span(), (one, other) ->
                    new Span(Math.min(one.start(), other.start()), Math.max(one.end(), other.end())));
        }
        return List.copyOf(rows.values());
    }
}
