package cn.jixiao.read.web;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What belongs to the site and not to the report. It stays in the text, but no numbers are read from it; so only
/// what is clearly furniture counts, and anything with a sentence in it does not.
final class Furniture {

    private static final Pattern NAMES = Pattern.compile("(?:^|[^a-z])(?:nav|navbar|navigation|menu|breadcrumbs?|crumbs?"
            + "|footer|foot|sitemap|copyright|share|bdsharebuttonbox|sidebar|toolbar|pager|pagination|friendlinks?"
            + "|weizhi|dqwz|banner|topbar|search|searchbox|related)(?:$|[^a-z])");

    private static final Pattern LINES = Pattern.compile("(?:(?:您?|你?)(?:当前|现在|所在)?的?(?:位置|所在位置)[是为]?\\s{0,3}[:：].*"
            + "|(?:首页|网站首页)\\s{0,3}(?:[>＞»›/|]|&gt;).*"
            + "|.{0,20}(?:版权所有|ICP备|公网安备|网站标识码|网站地图|联系我们|技术支持|建议使用.{0,20}浏览器).*"
            + "|(?:[【\\[]?(?:打印|打印本页|关闭|关闭窗口|关闭本页|返回顶部|返回首页|收藏|分享|分享到|扫一扫.{0,20}|字体|字号)[】\\]]?\\s{0,3}[:：]?[\\s大中小\\[\\]【】|]{0,20}){1,6}"
            + "|(?:上|下)一[篇条页]\\s{0,3}[:：]?.{0,80}"
            + "|(?:发布|发文|更新|公开|生成)(?:日期|时间)\\s{0,3}[:：]\\s{0,3}[0-9]{4}.{0,120}"
            + "|(?:信息|文章|稿件)?来源\\s{0,3}[:：].{0,60}(?:时间|日期|浏览|点击|阅读|字体|字号).{0,80}"
            + "|.{0,60}(?:浏览|阅读|点击|访问)(?:次数|量|数)\\s{0,3}[:：].{0,60}"
            + "|(?:索引号|信息分类|发布机构|主题分类|文号|公开方式|公开时限)\\s{0,3}[:：].{0,100})");

    private static final int LONGEST_LINK = 30;
    private static final int LONGEST_CONTAINER = 1500;

    private Furniture() {
    }

    /// Whether an element holds only furniture.
    static boolean is(Element element) {
        return switch (element.normalName()) {
            case "nav", "footer", "aside" -> !hasSentence(element);
            case "div", "ul", "section", "header", "td", "table", "p", "dl" -> (NAMES.matcher(names(element)).find()
                    || element.attr("role").equals("navigation")) && !hasSentence(element);
            default -> false;
        };
    }

    /// Whether a line between others is furniture.
    ///
    /// @param isLink whether nearly all of it can be clicked
    static boolean isLine(String line, boolean isLink) {
        return line.length() <= 200 && !line.contains("。")
                && (LINES.matcher(line).matches() || isLink && line.length() <= LONGEST_LINK && isPlainLink(line));
    }

    /// A title or a number may be a link too: only words without figures count as menu entries.
    private static boolean isPlainLink(String line) {
        return line.chars().noneMatch(Character::isDigit) && !line.contains("报告") && !line.contains("表");
    }

    private static String names(Element element) {
        return (element.className() + " " + element.id()).toLowerCase(Locale.ROOT);
    }

    private static boolean hasSentence(Element element) {
        var text = element.text();
        return text.length() > LONGEST_CONTAINER || text.contains("。") || !element.select("h1, article").isEmpty();
    }
}
