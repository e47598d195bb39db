package cn.jixiao.read.pdf;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Problem.Kind;
import cn.jixiao.document.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Reads OFD (GB/T 33190-2016), the fixed-layout format of Chinese offices: words at places in a ZIP archive of XML.
///
/// Its pages become ink like those of a PDF, so that lines, tables and paragraphs are found alike. Not read: what a
/// seal shows, and words drawn as outlines.
public final class OfdReader {

    public static final String MEDIA_TYPE = "application/ofd";

    private static final int MOST_PAGES = 5000;
    private static final double[] A4 = {0, 0, 210, 297};

    /// @throws IOException if the package has no document, or is damaged
    public Document read(String id, Source source) throws IOException {
        var problems = new ArrayList<Problem>();
        var pages = new ArrayList<PageBody>();
        try (var files = new OfdPackage(source.content())) {
            for (var root : OfdPackage.all(files.xml("OFD.xml"), "DocRoot")) {
                pages(files, OfdPackage.resolve("OFD.xml", root.text()), pages, problems);
            }
        }
        if (pages.isEmpty()) {
            problems.add(Problem.of(Kind.DAMAGED, "0 pages"));
        }
        problems.addAll(Findings.of(pages));
        return new Assembly(id, source, MEDIA_TYPE).document(pages, Flow.of(pages), problems);
    }

    private static void pages(OfdPackage files, String path, List<PageBody> pages, List<Problem> problems)
            throws IOException {
        var document = files.xml(path);
        var size = box(document, A4);
        Map<String, String> templates = new HashMap<>();
        OfdPackage.all(document, "TemplatePage").forEach(
                template -> templates.put(template.attr("ID"), OfdPackage.resolve(path, template.attr("BaseLoc"))));
        for (var page : OfdPackage.all(document, "Page")) {
            if (pages.size() >= MOST_PAGES) {
                problems.add(Problem.of(Kind.PARTLY_READ, "> " + MOST_PAGES));
                return;
            }
            int number = pages.size() + 1;
            var ink = new OfdInk(number, size);
            try {
                var content = files.xml(OfdPackage.resolve(path, page.attr("BaseLoc")));
                ink = new OfdInk(number, box(content, size));
                for (var template : OfdPackage.all(content, "Template")) {
                    var file = templates.get(template.attr("TemplateID"));
                    if (file != null) {
                        ink.draw(files.xml(file));
                    }
                }
                ink.draw(content);
            } catch (IOException e) {
                problems.add(new Problem(Kind.PARTLY_READ, PdfReader.place(number), String.valueOf(e.getMessage())));
            }
            pages.add(PageReading.of(ink.ink()));
        }
    }

    private static double[] box(Element file, double[] otherwise) {
        for (var name : List.of("PhysicalBox", "ApplicationBox")) {
            for (var box : OfdPackage.all(file, name)) {
                var numbers = OfdPackage.numbers(box.text());
                if (numbers.length == 4 && numbers[2] > 0 && numbers[3] > 0) {
                    return numbers;
                }
            }
        }
        return otherwise;
    }
}
