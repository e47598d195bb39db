package cn.jixiao.read.ocr;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

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
        var skew = Skew.of(Picture.of(image));
        var picture = skew.straightened(image);
        var rules = new Rules(picture, dpi).find();
        Rules.erase(picture, rules);
        var strips = new Strips(picture, new Rooms(picture, rules), dpi).all();
        if (strips.size() > MOST_STRIPS) {
            throw new IOException(strips.size() + " pieces of ink on one page");
        }
        double scale = 72 / dpi;
        return new Scan(letters(strips, scale, skew), rules.stream().map(rule -> new Scan.Stroke(rule.horizontal(),
                rule.at() * scale, rule.from() * scale, rule.to() * scale)).toList());
    }

    private List<Scan.Letter> letters(List<Strip> strips, double scale, Skew skew) throws IOException {
        var chinese = read(strips, Tesseract.CHINESE);
        var withFigures = IntStream.range(0, strips.size()).filter(i -> hasFigures(chinese.get(i))).boxed().toList();
        var english = new HashMap<Integer, List<Seen>>();
        if (tesseract.knows(Tesseract.ENGLISH)) {
            var read = read(withFigures.stream().map(strips::get).toList(), Tesseract.ENGLISH);
            for (int i = 0; i < read.size(); i++) {
                english.put(withFigures.get(i), read.get(i));
            }
        }
        var letters = new ArrayList<Scan.Letter>();
        for (int i = 0; i < strips.size(); i++) {
            var line = Figures.merged(chinese.get(i), english.getOrDefault(i, List.of()));
            line = Signs.restored(line, strips.get(i).picture());
            letters.addAll(new Words(strips.get(i), scale, skew).placed(line));
        }
        return letters;
    }

    private static boolean hasFigures(List<Seen> line) {
        return line.stream().anyMatch(seen -> seen.isDigit() || seen.text().equals("%"));
    }

    private List<List<Seen>> read(List<Strip> strips, String language) throws IOException {
        if (strips.isEmpty()) {
            return List.of();
        }
        var lines = Hocr.lines(tesseract.lines(strips.stream().map(Strip::picture).toList(), language));
        if (lines.size() != strips.size()) {
            throw new IOException(lines.size() + " answers for " + strips.size() + " lines");
        }
        return lines;
    }
}
