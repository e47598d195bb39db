package cn.jixiao.benchmarks.reports;

import cn.jixiao.benchmarks.reports.GeneratedReport.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/// A report as Word writes it: styles, and the words of a paragraph torn into runs.
final class WordFile {

    private static final String SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String FONT = "<w:rPr><w:rFonts w:ascii=\"仿宋_GB2312\" w:eastAsia=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\" w:hint=\"eastAsia\"/>"
            + "<w:color w:val=\"000000\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/></w:rPr>";
    /// Word begins a new run where it checked, marked or pasted something.
    private static final int RUN = 23;

    private WordFile() {
    }

    static byte[] of(GeneratedReport report) {
        var body = report.parts().stream().map(WordFile::part).collect(Collectors.joining());
        var files = new LinkedHashMap<String, String>();
        files.put("word/document.xml", OfficeFile.XML + "<w:document xmlns:w=\"" + SPACE + "\"><w:body>" + body
                + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1440\" w:right=\"1800\" w:bottom=\"1440\" w:left=\"1800\"/></w:sectPr>"
                + "</w:body></w:document>");
        files.put("word/_rels/document.xml.rels", OfficeFile.relations(List.of(List.of("styles", "styles.xml"))));
        files.put("word/styles.xml", styles());
        return OfficeFile.of("word/document.xml", "wordprocessingml.document.main", "wordprocessingml.styles", files);
    }

    private static String part(Part part) {
        return switch (part) {
            case Part.Heading heading -> paragraph(heading.words(), "<w:pPr><w:pStyle w:val=\"1\"/></w:pPr>");
            case Part.Text text -> paragraph(text.words(), "<w:pPr><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:ind w:firstLine=\"640\"/></w:pPr>");
            case Part.Table table -> "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr>" + table.rows().stream()
                    .map(row -> "<w:tr>" + row.stream().map(cell -> "<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/></w:tcPr>" + paragraph(cell, "") + "</w:tc>")
                            .collect(Collectors.joining()) + "</w:tr>").collect(Collectors.joining()) + "</w:tbl>";
        };
    }

    private static String paragraph(String words, String properties) {
        var runs = new StringBuilder("<w:p>").append(properties);
        for (int i = 0; i < words.length(); i += RUN) {
            runs.append("<w:r>").append(FONT).append("<w:t>").append(words, i, Math.min(words.length(), i + RUN)).append("</w:t></w:r>");
        }
        return runs.append("</w:p>").toString();
    }

    private static String styles() {
        var styles = new StringBuilder(OfficeFile.XML + "<w:styles xmlns:w=\"" + SPACE + "\">");
        for (int i = 1; i <= 40; i++) {
            styles.append("<w:style w:type=\"paragraph\" w:styleId=\"").append(i).append("\"><w:name w:val=\"")
                    .append(i <= 9 ? "heading " + i : "style " + i).append("\"/><w:pPr><w:keepNext/><w:spacing w:before=\"240\" w:after=\"60\"/></w:pPr>")
                    .append(FONT).append("</w:style>");
        }
        return styles.append("</w:styles>").toString();
    }
}
