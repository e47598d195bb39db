package cn.jixiao.structure;

import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The paragraphs of final accounts that sum up one project each: `（1）某某项目绩效自评综述：…`, in the words that the
/// Ministry of Finance's template of 部门决算 gives them.
final class ProjectSummaries {

    private static final int LONGEST_OPENING = 80;
    private static final String SUMMARY = "综述";
    private static final Pattern OPENING = Pattern.compile(
            "^(?:[（(]?\\d{1,2}[)）.．、]{1,2}|[（(]?[一二三四五六七八九十]{1,3}[)）、]{1,2})?[“\"]?([\\p{IsHan}（）()、0-9A-Za-z]{2,40}?)[”\"]?"
                    + "(?:项目)?(?:支出)?(?:绩效)?(?:目标完成情况|目标|自评|评价|自评情况|情况)" + SUMMARY);

    /// @param name as the paragraph has it, without 项目 at its end
    record Summary(String name, Span span) {
    }

    private ProjectSummaries() {
    }

    static List<Summary> find(Document document, List<Section> sections) {
        var openings = new ArrayList<Summary>();
        for (var block : document.blocks()) {
            if (block instanceof Paragraph || block instanceof Heading) {
                read(document, block, openings);
            }
        }
        var found = new ArrayList<Summary>();
        for (int i = 0; i < openings.size(); i++) {
            var one = openings.get(i);
            int next = i + 1 < openings.size() ? openings.get(i + 1).span().start() : document.text().length();
            found.add(new Summary(one.name(), new Span(one.span().start(), Math.min(next, end(one.span(), sections, document)))));
        }
        return found;
    }

    private static void read(Document document, Block block, List<Summary> openings) {
        var span = block.span();
        var line = document.text().substring(span.start(), Math.min(span.end(), span.start() + LONGEST_OPENING)).strip();
        if (!line.contains(SUMMARY)) {
            return;
        }
        var match = OPENING.matcher(line);
        if (match.find() && !isGeneral(match.group(1))) {
            openings.add(new Summary(match.group(1), block.span()));
        }
    }

    private static boolean isGeneral(String name) {
        return List.of("项目", "项目绩效", "部门", "单位", "整体", "总体", "部门整体", "预算", "年度").contains(name)
                || name.endsWith("整体支出") || name.endsWith("部门整体");
    }

    /// Where the innermost section around the paragraph ends.
    private static int end(Span paragraph, List<Section> sections, Document document) {
        return sections.stream().filter(section -> section.span().contains(paragraph.start()))
                .mapToInt(section -> section.span().end()).filter(end -> end >= paragraph.end()).min()
                .orElse(document.text().length());
    }
}
