package cn.jixiao.structure;

import cn.jixiao.dictionary.HeadingWords;
import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Heading;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Section;
import java.util.List;
import java.util.regex.Pattern;

/// The name of a project, taken out of the words around it: number, year, agency, 绩效自评报告.
final class ProjectName {

    private static final Pattern YEARS = Pattern.compile(
            "(?:19|20)[\\dxX×]{2}\\s*(?:[-—~至]\\s*(?:19|20)\\d{2}\\s*)?年?度?|[1-9]\\d?[-—~至][1-9]\\d?月份?");
    /// The place whose report it is, right before the year: 海棠县2021年度….
    private static final Pattern PLACE = Pattern.compile("^[\\u4e00-\\u9fff]{1,12}[省市县区州旗盟](?=(?:19|20)\\d{2})");
    /// The place whose money it is, before nothing that names a project: 海棠县项目支出.
    private static final Pattern OWNER = Pattern.compile("^[\\u4e00-\\u9fff]{1,10}?[省市县区州旗盟镇乡]");
    private static final Pattern CODE = Pattern.compile("^[0-9A-Z]{8,}[-—_]");
    private static final Pattern QUOTED = Pattern.compile("[“\"]([^”\"]{2,30})[”\"](?=项目|专项|工程)");
    private static final Pattern ABOUT = Pattern.compile("关于([^。，；]{3,40}?项目)");
    private static final Pattern NAMED = Pattern.compile("^项目名称[:：](.{3,45}?)[。；]?$");
    /// The line under a title that names what it left out: （某某补助资金项目）.
    private static final Pattern BRACKETED = Pattern.compile("^[（(]([^（()）0-9]{4,40})[)）]$");
    private static final Pattern ONLY = Pattern.compile("项目(?:为|共|有|共有|数为)?(?:一|1)个[：:，,，为]\\s?([^，。；：]{3,40})");
    private static final Pattern REPORTED = Pattern.compile("(?:现将|现就|现对)([^，。；《》]{4,45}?项目)(?:资金|支出|建设)?(?:的)?(?:绩效|自评|有关|实施|情况)");
    /// A form that lost its table and its lines.
    private static final Pattern FLAT = Pattern.compile(
            "(?:^|\\s)(?:专项|项目)名称[\\s:：]{1,4}([^\\s:：]{3,45})\\s{1,4}(?:主管|实施|项目|预算|填报|单位|资金|负责)");
    private static final Pattern PASSED_ON = Pattern.compile("^(?:转发|印发|下达|拨付|做好|开展|进一步|加强|申报|安排|调整|批复)");
    private static final int OPENING_BLOCKS = 12;

    private final ProjectWords words;

    ProjectName(ProjectWords words) {
        this.words = words;
    }

    /// Without white space, numbers of items, codes, years and marks at the end.
    String plain(String written) {
        var name = written.replaceAll("[\\s\u3000\u00a0]+", "");
        name = CODE.matcher(name).replaceFirst("");
        name = YEARS.matcher(name).replaceAll("");
        name = trim(name);
        return name.startsWith("“") && name.indexOf('”') == name.length() - 1 ? name.substring(1, name.length() - 1) : name;
    }

    private static String trim(String name) {
        int end = name.length();
        while (end > 0 && "。；;，,：:、.*".indexOf(name.charAt(end - 1)) >= 0) {
            end--;
        }
        int start = 0;
        while (start < end && "年度的—-、.：:*".indexOf(name.charAt(start)) >= 0) {
            start++;
        }
        var inner = name.substring(start, end);
        return inner.endsWith("（）") || inner.endsWith("()") ? inner.substring(0, inner.length() - 2) : inner;
    }

    /// What the title says the report is about, without whose it is; empty if it names no project.
    String fromTitle(Facts facts) {
        if (facts.title() == null) {
            return "";
        }
        var title = plain(PLACE.matcher(facts.title()).replaceFirst("")).replace("（）", "").replace("()", "");
        var agency = facts.agency() == null ? "" : facts.agency().replaceAll("\\s+", "");
        int after = agency.isEmpty() ? -1 : title.indexOf(agency);
        var name = after >= 0 ? title.substring(after + agency.length()) : afterOffice(title);
        for (var before : words.before()) {
            name = name.startsWith(before) && before.startsWith("关于") ? name.substring(before.length()) : name;
        }
        name = trim(name.substring(0, words.endOfName(name)));
        name = OWNER.matcher(name).find() && words.isGeneric(OWNER.matcher(name).replaceFirst("")) ? "" : name;
        name = name.endsWith("项目支出") ? name.substring(0, name.length() - 4) : name;
        name = name.endsWith("支出") ? name.substring(0, name.length() - 2) : name;
        return withoutProject(name);
    }

    /// 经费项目 is the 经费; 法律援助项目 keeps its last word.
    private static String withoutProject(String name) {
        for (var money : List.of("经费项目", "资金项目")) {
            if (name.endsWith(money)) {
                return name.substring(0, name.length() - 2);
            }
        }
        return name;
    }

    private String afterOffice(String title) {
        int at = -1;
        for (var office : words.offices()) {
            int found = title.indexOf(office);
            if (found > 0 && found < 20) {
                at = Math.max(at, found + office.length());
            }
        }
        return at < 0 || at >= title.length() ? title : title.substring(at);
    }

    /// What a part called 项目名称, a line 项目名称：…, or quotes among the first lines say.
    String fromText(Document document, List<Section> sections) {
        for (var section : sections) {
            if (HeadingWords.plain(section.title()).equals("项目名称")) {
                var rest = new Span(section.heading().end(), section.span().end()).of(document.text());
                var line = rest.strip().lines().findFirst().orElse("");
                var name = withoutProject(plain(line.replaceFirst("^[:：。]", "")));
                if (name.length() >= 3 && name.length() <= 45) {
                    return name;
                }
            }
        }
        return document.blocks().stream().limit(OPENING_BLOCKS).map(block -> inOpening(block, document))
                .filter(name -> !name.isEmpty() && !words.isGeneric(name)).findFirst().orElse("");
    }

    private String inOpening(Block block, Document document) {
        if (!(block instanceof Paragraph || block instanceof Heading) || block.span().length() > 2000) {
            return "";
        }
        var line = Quoted.hidden(block.span().of(document.text()).strip());
        var bracketed = BRACKETED.matcher(line);
        if (bracketed.matches() && words.isName(plain(bracketed.group(1)))) {
            return withoutProject(plain(bracketed.group(1)));
        }
        for (var pattern : List.of(NAMED, FLAT, ONLY, REPORTED, QUOTED, ABOUT)) {
            var found = pattern.matcher(line);
            if (found.find() && !(pattern == ABOUT && PASSED_ON.matcher(found.group(1)).lookingAt())) {
                var name = plain(found.group(1));
                if (name.length() > 2 && name.indexOf('《') < 0 && name.indexOf('》') < 0) {
                    return withoutProject(name);
                }
            }
        }
        return "";
    }
}
