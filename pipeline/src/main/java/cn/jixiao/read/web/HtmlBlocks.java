package cn.jixiao.read.web;

import cn.jixiao.document.Marginal;
import cn.jixiao.read.build.CellDraft;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Walks a page in order and lays its blocks.
final class HtmlBlocks {

    private static final List<String> HEADINGS = List.of("h1", "h2", "h3", "h4", "h5", "h6");

    /// Lines from this length on count as cut by the margin where a line break follows.
    private static final int FULL_LINE = 25;
    private static final int LONGEST_HEADING = 100;

    private final DocumentBuilder builder;
    private final HtmlWords words = new HtmlWords();
    private int furniture;
    private int links;
    /// The number of the list item whose words are to come.
    private String number = "";

    HtmlBlocks(DocumentBuilder builder) {
        this.builder = builder;
    }

    void read(Document page) {
        walk(page.body());
        flush();
    }

    private void walk(Node node) {
        for (var child : node.childNodes()) {
            if (child instanceof TextNode text) {
                words.append(text.getWholeText(), links > 0);
            } else if (child instanceof Element element && Shown.isShown(element)) {
                element(element);
            }
        }
    }

    private void element(Element element) {
        var name = element.normalName();
        boolean isFurniture = Furniture.is(element);
        furniture += isFurniture ? 1 : 0;
        links += name.equals("a") && element.hasAttr("href") ? 1 : 0;
        if (HEADINGS.contains(name)) {
            flush();
            walk(element);
            heading(name.charAt(1) - '0');
        } else if (name.equals("br")) {
            words.lineBreak();
        } else if (name.equals("pre")) {
            flush();
            words.preformatted(element.wholeText());
            flush();
        } else if (name.equals("table")) {
            flush();
            table(element);
        } else if (Shown.isBlock(element)) {
            flush();
            number = element.normalName().equals("li") ? Lists.number(element).orElse("") : number;
            walk(element);
            flush();
        } else {
            walk(element);
        }
        links -= name.equals("a") && element.hasAttr("href") ? 1 : 0;
        furniture -= isFurniture ? 1 : 0;
    }

    private void table(Element element) {
        var table = new HtmlTable(element);
        if (table.isLayout()) {
            table.unwrapped().forEach(cell -> {
                walk(cell);
                flush();
            });
        } else {
            table.caption().ifPresent(builder::paragraph);
            builder.table(table.draft());
        }
    }

    private void heading(int level) {
        var collected = words.take();
        var heading = Wording.join(Wording.lines(collected.text())).replace('\n', ' ');
        if (furniture > 0) {
            builder.marginal(heading, Marginal.Kind.NAVIGATION);
        } else if (heading.length() > LONGEST_HEADING) {
            builder.paragraph(heading);
        } else {
            builder.heading(heading, level);
        }
    }

    private void flush() {
        var collected = words.take();
        for (var words : Wording.paragraphs(Wording.lines(collected.text()), FULL_LINE)) {
            var line = number + words;
            number = "";
            if (furniture > 0 || Furniture.isLine(line, collected.isLink())) {
                builder.marginal(line, Marginal.Kind.NAVIGATION);
            } else {
                builder.paragraph(line);
            }
        }
    }

    /// The contents of a table cell.
    static List<CellDraft.Part> parts(Element cell) {
        var parts = new ArrayList<CellDraft.Part>();
        var words = new HtmlWords();
        parts(cell, words, parts);
        flush(words, parts);
        return parts;
    }

    private static void parts(Node node, HtmlWords words, List<CellDraft.Part> parts) {
        for (var child : node.childNodes()) {
            if (child instanceof TextNode text) {
                words.append(text.getWholeText(), false);
            } else if (child instanceof Element element && Shown.isShown(element)) {
                part(element, words, parts);
            }
        }
    }

    private static void part(Element element, HtmlWords words, List<CellDraft.Part> parts) {
        if (element.normalName().equals("br")) {
            words.lineBreak();
        } else if (element.normalName().equals("table")) {
            flush(words, parts);
            var table = new HtmlTable(element);
            table.caption().ifPresent(caption -> parts.add(new CellDraft.Words(caption)));
            parts.add(new CellDraft.Nested(table.draft()));
        } else if (Shown.isBlock(element)) {
            words.lineBreak();
            Lists.number(element).ifPresent(number -> words.append(number, false));
            parts(element, words, parts);
            words.lineBreak();
        } else {
            parts(element, words, parts);
        }
    }

    private static void flush(HtmlWords words, List<CellDraft.Part> parts) {
        var lines = Wording.lines(words.take().text());
        if (!lines.isEmpty()) {
            parts.addAll(CellDraft.words(lines));
        }
    }
}
