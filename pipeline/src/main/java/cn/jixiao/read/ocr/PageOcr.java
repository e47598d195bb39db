package cn.jixiao.read.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/// Reads the picture of a page: finds its ruling lines, parts it into lines of text, and has Tesseract read them.
public final class PageOcr {

    /// One page may take this long; a usual one takes a few seconds.
    private static final Duration LIMIT = Duration.ofSeconds(180);

    /// A page with more pieces than this is no page of a report, but a drawing or a photograph.
    private static final int MOST_STRIPS = 3000;

    private final Tesseract tesseract;

    private PageOcr(Tesseract tesseract) {
        this.tesseract = tesseract;
    }

    /// If Tesseract is installed with Chinese data.
    public static Optional<PageOcr> installed() {
        return Tesseract.installed(LIMIT).map(PageOcr::new);
    }

    /// @param image the page as shown
    /// @param dpi pixels an inch
    /// @throws IOException if Tesseract fails or takes too long
    public Scan read(BufferedImage image, double dpi) throws IOException {
        var picture = Picture.of(image);
        var rules = new Rules(picture, dpi).find();
        Rules.erase(picture, rules);
        var strips = new Strips(picture, new Rooms(picture, rules), dpi).all();
        if (strips.size() > MOST_STRIPS) {
            throw new IOException(strips.size() + " pieces of ink on one page");
        }
        double scale = 72 / dpi;
        return new Scan(letters(strips, scale), rules.stream().map(rule -> new Scan.Stroke(rule.horizontal(),
                rule.at() * scale, rule.from() * scale, rule.to() * scale)).toList());
    }

    private List<Scan.Letter> letters(List<Strip> strips, double scale) throws IOException {
        var letters = new ArrayList<Scan.Letter>();
        if (strips.isEmpty()) {
            return letters;
        }
        var hocr = tesseract.lines(strips.stream().map(Strip::picture).toList());
        var pages = Jsoup.parse(hocr, Parser.xmlParser()).getElementsByClass("ocr_page");
        if (pages.size() != strips.size()) {
            throw new IOException(pages.size() + " answers for " + strips.size() + " lines");
        }
        for (int i = 0; i < strips.size(); i++) {
            letters.addAll(new HocrLine(strips.get(i), scale).letters(pages.get(i)));
        }
        return letters;
    }
}
