package cn.jixiao.read.web;

import java.util.Optional;
import org.jsoup.nodes.Element;

/// The numbers that a browser prints before the items of an ordered list.
final class Lists {

    private Lists() {
    }

    static Optional<String> number(Element element) {
        var list = element.parent();
        if (!element.normalName().equals("li") || list == null || !list.normalName().equals("ol")
                || (list.attr("style") + element.attr("style")).replace(" ", "").contains("list-style:none")
                || (list.attr("style") + element.attr("style")).replace(" ", "").contains("list-style-type:none")) {
            return Optional.empty();
        }
        int number = integer(list.attr("start"), 1);
        for (var before = element.previousElementSibling(); before != null;
                before = before.previousElementSibling()) {
            if (before.normalName().equals("li")) {
                number++;
            }
        }
        return Optional.of(integer(element.attr("value"), number) + ". ");
    }

    private static int integer(String digits, int otherwise) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : otherwise;
    }
}
