package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.dictionary.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds the report's own title: the line near the top that ends in 报告, 自评表 and the like and speaks of 绩效, with the
/// lines above that belong to it and the line of the year below.
///
/// A title may be missing; the heading of the first section is none.
final class TitleFinder {

    private static final int WITHIN = 40;
    private static final int LONGEST = 90;
    private static final int GENERIC = 16;
    private static final int FLAT_WITHIN = 6;
    private static final Pattern BRACKET = Pattern.compile("\\s?[（(]\\s?20\\d{2}\\s?年?度?\\s?[）)]$");
    private static final Pattern BRACKET_AHEAD = Pattern.compile("\\s?[（(]?\\s?20\\d{2}\\s?年?度?\\s?[）)]");
    private static final Pattern NUMBERED = Pattern.compile(
            "^(?:[一二三四五六七八九十]+\\s*[、.．]|[（(][一二三四五六七八九十\\d]+[)）]|\\d+\\s*[、.．]\\s*(?!\\d)|第[一二三四五六七八九十]+(?:部分|章|节)).*");
    private static final Pattern ATTACHMENT = Pattern.compile(
            "^(?:附[件表]\\s*[\\d一二三四五六七八九十]{0,2}(?:[-—]\\d)?\\s*[:：.、]?|(?:标题|名称|题名)(?:[:：]|(?=关于|20\\d{2})))\\s*");
    private static final Pattern FILE = Pattern.compile("\\.(?:pdf|docx?|xlsx?|wps|et|ofd|html?|txt|rar|zip)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SITE = Pattern.compile("\\s?(?:[_|｜]|\\s-|--)\\s?[\\p{IsHan}（）]{2,20}$");
    private static final Pattern YEAR_LINE = Pattern.compile("^[（(]?\\s*(?:20\\d{2}|[二〇零一三四五六七八九]{4})\\s*年(?:度)?\\s*[）)]?$");
    private static final Pattern DATE = Pattern.compile("^[（(]?\\s*(?:20\\d{2}|[二〇○零Ｏ一三四五六七八九]{4})\\s*[年.\\-/].{0,4}?[月.\\-/].{0,6}$");
    private static final Pattern YEAR = Pattern.compile("20\\d{2}\\s*年");

    private final FactWords words;
    private final Regions regions;

    TitleFinder(FactWords words, Regions regions) {
        this.words = words;
        this.regions = regions;
    }

    Optional<Found<String>> find(Opening opening) {
        var lines = opening.beginning(WITHIN).stream().map(Opening.Line::text).toList();
        String first = null;
        for (int i = 0; i < lines.size() && !body(lines.get(i)); i++) {
            if (core(lines, i)) {
                var title = join(lines, i);
                if (title.length() > GENERIC || specific(title)) {
                    return Optional.of(new Found<>(title, "title:line"));
                }
                first = first == null ? title : first;
            }
        }
        return Optional.ofNullable(first).map(title -> new Found<>(title, "title:generic"))
                .or(() -> lines.stream().limit(FLAT_WITHIN).flatMap(line -> flat(line).stream()).findFirst().map(title -> new Found<>(title, "title:flat")))
                .or(() -> first(lines));
    }

    /// The title that a text without line breaks begins with: 某局绩效自评报告一、基本情况….
    private Optional<String> flat(String line) {
        var text = line.substring(0, Math.min(line.length(), 3 * LONGEST)).replaceFirst("^(?:PAGE|\\d{1,3}|[\\s\\\\*]+)+(?!\\s?年|\\d)", "");
        int attachment = text.indexOf("附件");
        var own = attachment >= 0 ? ATTACHMENT.matcher(text.substring(attachment)).replaceFirst("").replaceFirst("^[.、．\\s]+", "") : text;
        int best = -1;
        for (var end : words.list("title.flat_end")) {
            int at = own.indexOf(end);
            best = at + end.length() > 5 && at >= 0 && (best < 0 || at + end.length() < best) ? at + end.length() : best;
        }
        if (best < 0 || best > LONGEST || own.substring(0, best).matches(".*[。，；：:《》？！|].*")) {
            return Optional.empty();
        }
        var year = BRACKET_AHEAD.matcher(own.substring(best, Math.min(own.length(), best + 16)));
        int end = year.lookingAt() ? best + year.end() : best;
        boolean over = end == own.length() || words.startsWith("title.flat_next", own.substring(end).strip(), 0);
        return over ? Optional.of(own.substring(0, end).replaceFirst("^[.、．:：]+", "").strip()) : Optional.empty();
    }

    /// A first line that names a place or a year and ends as papers do, though it speaks of nothing known; or the
    /// headline that stands alone above the text.
    private Optional<Found<String>> first(List<String> lines) {
        for (int i = 0; i < Math.min(lines.size(), 6); i++) {
            var line = bare(lines.get(i));
            if (body(lines.get(i)) || line.length() > LONGEST || line.matches(".*[。：:；|].*")
                    || line.contains("《") && !words.endsWith("type.notice_end", line)) {
                break;
            }
            boolean ends = words.endsWith("title.end", line) || words.endsWith("type.notice_end", line);
            if (line.length() > 7 && ends && (specific(line) || line.startsWith("关于")) && !words.anyIn("title.never", line)) {
                return Optional.of(new Found<>(line, "title:first"));
            }
        }
        return Optional.empty();
    }

    /// Where the report proper begins, titles are over; lines of a table of contents end in the page number.
    private boolean body(String line) {
        boolean sentence = line.contains("。") && line.length() > 40;
        if (FILE.matcher(line).find()) {
            return false;
        }
        return sentence || NUMBERED.matcher(line).matches() && !Character.isDigit(line.charAt(line.length() - 1));
    }

    private boolean core(List<String> lines, int at) {
        var line = bare(lines.get(at));
        if (line.length() > LONGEST || NUMBERED.matcher(line).matches() || line.contains("。") || line.contains("《")
                || line.contains("：") || line.contains("\t") || words.anyIn("title.not_core", line)) {
            return false;
        }
        if (words.list("title.bare").contains(line)) {
            return at > 0 || words.anyIn("title.topic", line);
        }
        return words.anyIn("title.topic", line) && ends(line) && line.length() > 4;
    }

    /// Whether the line, or what stands before one of its brackets, ends as titles do: 绩效自评报告（法律援助（市级）经费）.
    private boolean ends(String line) {
        boolean whole = words.endsWith("title.end", line);
        for (int at = 1; at < line.length() && !whole; at++) {
            whole = "（(".indexOf(line.charAt(at)) >= 0 && words.endsWith("title.end", line.substring(0, at).strip());
        }
        return whole;
    }

    /// Without 附件2：, 标题： and the name of the web site behind it.
    private String bare(String line) {
        if (line.length() > 2 * LONGEST) {
            return line;
        }
        var text = FILE.matcher(ATTACHMENT.matcher(line).replaceFirst("")).replaceFirst("");
        return uncovered(SITE.matcher(text).replaceFirst("").strip());
    }

    /// Without the first labels of a form that was printed behind its title: 绩效自评表（2021年度）项目名称….
    private String uncovered(String line) {
        for (var label : words.list("title.cut")) {
            int at = line.indexOf(label);
            if (at > 5 && words.endsWith("title.end", BRACKET.matcher(line.substring(0, at).strip()).replaceFirst(""))) {
                return line.substring(0, at).strip();
            }
        }
        return line;
    }

    private String join(List<String> lines, int core) {
        var parts = new ArrayList<String>();
        parts.add(bare(lines.get(core)));
        for (int i = core - 1; i >= 0 && i >= core - 5 && belongs(lines.get(i), parts.getFirst()); i--) {
            parts.addFirst(bare(lines.get(i)));
        }
        var title = String.join("", parts);
        if (core + 1 < lines.size() && YEAR_LINE.matcher(lines.get(core + 1)).matches() && !YEAR.matcher(title).find()) {
            return title + lines.get(core + 1);
        }
        return title;
    }

    private boolean belongs(String line, String below) {
        if (line.length() > 45 || line.length() < 2 || DATE.matcher(line).matches() || NUMBERED.matcher(line).matches()
                || line.matches(".*[。；：:！？>|]\\S*$") || words.anyIn("title.never", line)
                || words.endsWith("evaluator.end", line) && !words.endsWith("evaluator.academic", line) || ATTACHMENT.matcher(line).matches()) {
            return false;
        }
        boolean another = words.anyIn("title.topic", line) && words.endsWith("title.end", line);
        if (another || "•·>※■●◆|-".indexOf(line.charAt(0)) >= 0) {
            return false;
        }
        boolean open = words.list("title.bare").contains(below) || below.length() <= 8;
        return open || YEAR.matcher(line).find() || words.endsWith("suffix.strong", line)
                || words.endsWith("suffix.weak", line) || words.endsWith("title.line_end", line) || place(line);
    }

    private boolean place(String line) {
        return regions.find(line).stream().anyMatch(name -> name.span().start() == 0);
    }

    private boolean specific(String title) {
        return YEAR.matcher(title).find() || place(title);
    }
}
