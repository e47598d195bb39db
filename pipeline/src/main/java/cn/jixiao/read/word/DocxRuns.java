package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.List;

/// Collects the words of a paragraph as they are shown: without deleted and hidden text, field codes, reference marks
/// and phonetic guides. Fields may run over many paragraphs, so one collector serves a whole part of a document.
final class DocxRuns {

    private final Fields fields = new Fields();
    private StringBuilder words = new StringBuilder();
    private List<Element> boxes = new ArrayList<>();
    private List<String> art = new ArrayList<>();

    /// A paragraph's words.
    ///
    /// @param text with a line feed for each soft line break
    /// @param boxes contents of the text boxes anchored in it
    /// @param art words drawn as pictures (WordArt, often a title)
    record Words(String text, List<Element> boxes, List<String> art) {
    }

    Words of(Element paragraph) {
        words = new StringBuilder();
        boxes = new ArrayList<>();
        art = new ArrayList<>();
        fields.dropUnfinished();
        collect(paragraph);
        return new Words(words.toString(), boxes, art);
    }

    /// Whether a table of contents is being generated here.
    boolean inContents() {
        return fields.inContents();
    }

    private void collect(Element parent) {
        for (var child : parent.children()) {
            switch (child.name()) {
                case "t" -> text(child.text());
                case "tab", "ptab" -> text("\t");
                case "br", "cr" -> text("\n");
                case "noBreakHyphen" -> text("-");
                case "sym" -> text(Symbols.of(child.attribute("char")));
                case "instrText" -> fields.code(child.text());
                case "fldChar" -> field(child.attribute("fldCharType"));
                case "del", "moveFrom", "delText", "delInstrText", "pPr", "rPr", "rt", "footnoteReference",
                        "endnoteReference", "sdtPr", "fldData", "ffData" -> { }
                case "r" -> run(child);
                case "AlternateContent" -> alternate(child);
                case "txbxContent" -> boxes.add(child);
                case "textpath" -> art.add(child.attribute("string"));
                case "f" -> fraction(child);
                default -> collect(child);
            }
        }
    }

    private void run(Element run) {
        if (!run.isOn("rPr", "vanish")) {
            collect(run);
        }
    }

    /// The same thing told for new and for old programs: only one of them is shown.
    private void alternate(Element alternate) {
        alternate.child("Choice").or(() -> alternate.child("Fallback")).ifPresent(this::collect);
    }

    private void fraction(Element fraction) {
        fraction.child("num").ifPresent(this::collect);
        text("/");
        fraction.child("den").ifPresent(this::collect);
    }

    private void field(String type) {
        switch (type) {
            case "begin" -> fields.begin();
            case "separate" -> fields.separate();
            case "end" -> text(fields.end());
            default -> { }
        }
    }

    private void text(String text) {
        if (fields.isShown()) {
            words.append(text);
        } else {
            fields.code(text);
        }
    }
}
