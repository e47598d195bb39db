package cn.jixiao.read.word;

import cn.jixiao.read.odf.OdfContent;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The words of one paragraph of an OpenDocument text.
///
/// @param text with a line feed for a line break
/// @param notes footnotes and endnotes that are called in it
/// @param boxes text boxes that hang on it
record OdtRuns(String text, List<Element> notes, List<Element> boxes) {

    static OdtRuns of(Element paragraph) {
        var text = new StringBuilder();
        var notes = new ArrayList<Element>();
        var boxes = new ArrayList<Element>();
        collect(paragraph, text, notes, boxes);
        return new OdtRuns(text.toString(), notes, boxes);
    }

    private static void collect(Node node, StringBuilder text, List<Element> notes, List<Element> boxes) {
        for (var child : node.childNodes()) {
            if (child instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("[ \\t\\r\\n]+", " "));
            } else if (child instanceof Element element) {
                switch (element.tagName()) {
                    case "text:s" -> text.append(" ".repeat(OdfContent.number(element, "text:c", 1, 500)));
                    case "text:tab" -> text.append('\t');
                    case "text:line-break" -> text.append('\n');
                    case "text:note" -> notes.add(element);
                    case "draw:text-box", "draw:custom-shape" -> boxes.add(element);
                    // A note in the margin, the reading above a word, and what stands for a picture are not the text.
                    case "office:annotation", "text:ruby-text", "svg:title", "svg:desc", "office:binary-data",
                        "text:tracked-changes", "math:math" -> { }
                    default -> collect(element, text, notes, boxes);
                }
            }
        }
    }
}
