package cn.jixiao.read.web;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Which elements of a page are seen, and which stand in lines of their own.
final class Shown {

    private static final Pattern NOTE_MARK = Pattern.compile("[\\[〔(（]?[0-9]{1,3}[\\]〕)）]?|[*†‡①-⑳]");
    private static final Set<String> UNSEEN = Set.of("script", "style", "noscript", "template", "head", "select",
            "option", "input", "button", "textarea", "iframe", "object", "svg", "del", "audio", "video", "datalist");
    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "section",
            "article", "main", "header", "footer", "nav", "aside", "blockquote", "center", "form", "fieldset",
            "figure", "figcaption", "address", "hr", "caption", "tr", "td", "th", "thead", "tbody", "tfoot", "body",
            "details", "summary", "legend", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "table", "dir", "menu");

    private Shown() {
    }

    static boolean isShown(Element element) {
        if (UNSEEN.contains(element.normalName()) || element.hasAttr("hidden") || isNoteMark(element)) {
            return false;
        }
        var style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return !style.contains("display:none") && !style.contains("visibility:hidden")
                && !style.contains("mso-hide:all");
    }

    /// The mark of a footnote, which would stand like a digit before or behind a number.
    private static boolean isNoteMark(Element element) {
        return element.normalName().equals("a") && element.attr("href").startsWith("#")
                && NOTE_MARK.matcher(element.text().strip()).matches()
                && (element.parents().is("sup") || !element.select("sup").isEmpty());
    }

    static boolean isBlock(Element element) {
        return BLOCKS.contains(element.normalName());
    }
}
