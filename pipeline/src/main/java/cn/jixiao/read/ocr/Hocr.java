package cn.jixiao.read.ocr;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// Reads Tesseract's hOCR: a page for each line that was given, its characters with their boxes.
final class Hocr {

    private static final Pattern BOX = Pattern.compile(
            "x_bboxes (\\d{1,6}) (\\d{1,6}) (\\d{1,6}) (\\d{1,6}); x_conf ([0-9.]{1,12})");

    /// Words of which Tesseract is less sure than this on average are ornaments and stains.
    private static final double JUNK = 15;

    private Hocr() {
    }

    static List<List<Seen>> lines(String hocr) {
        return Jsoup.parse(hocr, Parser.xmlParser()).getElementsByClass("ocr_page").stream().map(Hocr::line).toList();
    }

    private static List<Seen> line(Element page) {
        var seen = new ArrayList<Seen>();
        for (var word : page.getElementsByClass("ocrx_word")) {
            var letters = word(word);
            if (letters.stream().mapToDouble(Seen::confidence).average().orElse(0) >= JUNK) {
                seen.addAll(letters);
            }
        }
        return seen;
    }

    private static List<Seen> word(Element word) {
        var letters = new ArrayList<Seen>();
        for (var letter : word.getElementsByClass("ocrx_cinfo")) {
            var box = BOX.matcher(letter.attr("title"));
            if (box.find() && !letter.text().isBlank()) {
                letters.add(new Seen(letter.text(), Double.parseDouble(box.group(1)), Double.parseDouble(box.group(3)),
                        Double.parseDouble(box.group(5)), letters.isEmpty()));
            }
        }
        return letters;
    }
}
