package cn.jixiao.read.pdf;

import cn.jixiao.document.Page;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Problem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is wrong with the pages as read: scans, text layers that mean nothing, glyphs that were lost.
final class Findings {

    /// A page this much covered by images, with hardly any text, is a scan.
    private static final double SCAN = 0.4;
    private static final double SCAN_WITHOUT_TEXT = 0.15;
    private static final int HARDLY_ANY = 12;

    /// More unexplained glyphs than this part make a text layer worthless.
    private static final double GARBLED = 0.08;

    private Findings() {
    }

    static List<Problem> of(List<PageBody> pages) {
        var problems = new ArrayList<Problem>();
        scans(pages, problems);
        garbled(pages, problems);
        for (var page : pages) {
            if (!page.lost().isEmpty()) {
                problems.add(new Problem(Kind.TEXT_LOST, PdfReader.place(page.page().number()), page.lost()));
            }
            if (page.cut()) {
                problems.add(new Problem(Kind.PARTLY_READ, PdfReader.place(page.page().number()),
                        "> " + InkEngine.MAX_GLYPHS));
            }
        }
        var layers = pages.stream().filter(page -> page.page().origin() == Page.Origin.OCR).toList();
        if (!layers.isEmpty()) {
            problems.add(new Problem(Kind.READ_BY_OCR, places(layers), ""));
        }
        return problems;
    }

    private static void scans(List<PageBody> pages, List<Problem> problems) {
        var scans = pages.stream().filter(Findings::isScan).toList();
        boolean anyText = pages.stream().anyMatch(page -> !isScan(page) && page.glyphs() > 0);
        if (!scans.isEmpty() && !anyText) {
            problems.add(Problem.of(Kind.SCANNED, places(scans)));
        } else {
            scans.forEach(page -> problems.add(
                    new Problem(Kind.PAGE_SCANNED, PdfReader.place(page.page().number()), "")));
        }
    }

    static boolean isScan(PageBody page) {
        return page.glyphs() <= HARDLY_ANY && page.imageShare() > SCAN
                || page.glyphs() == 0 && page.imageShare() > SCAN_WITHOUT_TEXT;
    }

    static boolean isGarbled(PageBody page) {
        return page.unknown() > 5 && page.unknown() > GARBLED * page.glyphs();
    }

    private static void garbled(List<PageBody> pages, List<Problem> problems) {
        var garbled = pages.stream().filter(Findings::isGarbled).toList();
        if (!garbled.isEmpty()) {
            int unknown = garbled.stream().mapToInt(PageBody::unknown).sum();
            int all = garbled.stream().mapToInt(PageBody::glyphs).sum();
            problems.add(new Problem(Kind.GARBLED_TEXT, places(garbled), unknown + "/" + all));
        }
    }

    private static String places(List<PageBody> pages) {
        return pages.stream().map(page -> PdfReader.place(page.page().number())).collect(Collectors.joining("、"));
    }
}
