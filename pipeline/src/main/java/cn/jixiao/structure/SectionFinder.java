package cn.jixiao.structure;

import cn.jixiao.dictionary.Headings;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import cn.jixiao.observation.Section;
import java.util.List;

/// Finds the headed parts of a report, by the numbers and names of their headings and by what the file marks.
/// Reads the text once.
public final class SectionFinder {

    private final HeadingReader reader;

    public SectionFinder(Headings headings) {
        this.reader = new HeadingReader(headings);
    }

    /// The sections by start; a section's span reaches to the next heading of its own level or further out.
    public List<Section> find(Document document) {
        var text = document.text();
        var tree = new SectionTree(text);
        for (var block : document.blocks()) {
            switch (block) {
                case Heading heading -> lines(text, heading.span(), tree, heading.level());
                case Paragraph paragraph -> lines(text, paragraph.span(), tree, 0);
                case Table table -> { }
                case Marginal marginal -> { }
            }
        }
        return tree.sections();
    }

    private void lines(String text, Span span, SectionTree tree, int marked) {
        int from = span.start();
        while (from < span.end()) {
            int feed = text.indexOf('\n', from);
            int end = feed < 0 || feed > span.end() ? span.end() : feed;
            reader.read(text, from, end, marked).ifPresent(tree::add);
            from = end + 1;
        }
    }
}
