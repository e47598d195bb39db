package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Facts;
import org.jspecify.annotations.Nullable;

/// Finds the year a number is told for: one named in its sentence wins over the report's.
final class Years {

    private static final int BACK = 8;
    private static final int AHEAD = 4;
    private static final int HEADINGS = 2;
    private static final int LONGEST_HEADING = 24;
    /// How far back a year still speaks for a number; keeps endless sentences linear.
    private static final int REACH = 240;

    private final Scene scene;
    private final Facts facts;

    Years(Scene scene) {
        this.scene = scene;
        this.facts = scene.outline.facts();
    }

    void decide(Draft draft, Span sentence, boolean plan) {
        var named = named(sentence, draft.start());
        if (named != null) {
            draft.year = named;
            draft.rule("year:sentence");
        } else if (headed(draft.start()) instanceof Integer year) {
            draft.year = year;
            draft.rule("year:heading");
        } else if (facts.year() != null && !draft.noLevel && earlier(draft.start(), sentence.start())) {
            draft.year = facts.year() - 1;
            draft.rule("year:earlier");
        } else if (plan && facts.year() != null && facts.type() != DocumentType.MONITORING) {
            draft.year = facts.year() + 1;
            draft.rule("year:plan");
        } else {
            draft.year = facts.year();
        }
    }

    /// 上年同期分别为…: the year before the report's, for all numbers of the list.
    void before(Draft draft) {
        var reported = facts.year();
        if (reported != null && !draft.rules.contains("year:sentence")) {
            draft.year = reported - 1;
            draft.rule("year:earlier");
        }
    }

    /// 2.2021年度绩效目标: the one year that a short heading names, where it names another than the report's.
    private @Nullable Integer headed(int offset) {
        int depth = 0;
        for (var section : scene.sections(offset)) {
            var heading = section.heading();
            if (depth++ == HEADINGS || heading.length() > LONGEST_HEADING) {
                break;
            }
            Integer only = null;
            for (int at = heading.start(); at < heading.end(); at++) {
                var year = yearAt(at, heading.end());
                if (year != null && only != null && !only.equals(year)) {
                    return null;
                }
                only = year == null ? only : year;
            }
            if (only != null) {
                return plausible(only) && !only.equals(facts.year()) ? only : null;
            }
        }
        return null;
    }

    /// 2021年、2022年分别办理310件、356件: the nouns dealt out are years.
    void dealt(Draft draft, int year) {
        draft.year = year;
        draft.rules.removeIf(rule -> rule.startsWith("year:"));
        draft.rule("year:dealt");
    }

    /// 比上年的87件: the word stands right before the number.
    private boolean earlier(int to, int from) {
        var hit = scene.last("earlier_year", Math.max(from, to - 12), to);
        return hit != null && to - hit.end() <= 2;
    }

    /// The last year before the number, unless it only serves to compare other numbers with.
    private @Nullable Integer named(Span sentence, int to) {
        int least = Math.max(sentence.start(), to - REACH);
        for (int at = to - 4; at >= least; at--) {
            Integer year = yearAt(at, to);
            if (year != null && plausible(year) && told(sentence, at, to)) {
                return year;
            }
        }
        return null;
    }

    private @Nullable Integer yearAt(int at, int limit) {
        var text = scene.text;
        if (text.charAt(at) != '1' && text.charAt(at) != '2' || at > 0 && Character.isDigit(text.charAt(at - 1))) {
            return null;
        }
        int value = 0;
        int end = at;
        while (end < limit && end - at < 4 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            value = value * 10 + text.charAt(end++) - '0';
        }
        if (end - at < 4) {
            return null;
        }
        while (end < limit && text.charAt(end) == ' ') {
            end++;
        }
        return end < limit && text.charAt(end) == '年' ? value : null;
    }

    /// Whether a year is told with its month, as what has happened is: 评价工作自2022年6月启动; or evaluators are at work.
    boolean dated(int year, Span sentence, int to) {
        int least = Math.max(sentence.start(), to - REACH);
        for (int at = to - 5; at >= least; at--) {
            Integer found = yearAt(at, to);
            if (found != null && found == year) {
                int month = at + 5;
                return month < to && Character.isDigit(scene.text.charAt(month)) || scene.has("evaluation_work", least, to);
            }
        }
        return false;
    }

    private boolean plausible(int year) {
        var known = facts.year();
        return known == null ? year > 1990 && year < 2100 : known - BACK <= year && year <= known + AHEAD;
    }

    private boolean told(Span sentence, int at, int to) {
        char before = at > sentence.start() ? scene.text.charAt(at - 1) : ' ';
        boolean comparing = "比较与同".indexOf(before) >= 0;
        if (comparing) {
            return to - at <= 14 && !scene.has("change", at, to) && !scene.has("difference", at, to) && !digits(at + 4, to);
        }
        return !inTitle(sentence, at, to) && !aside(at, to) && !since(at, to, before);
    }

    /// 15个（含2023年转列5个），预算985万元: a year in a bracket that is closed again speaks for the bracket.
    private boolean aside(int at, int to) {
        int depth = 0;
        for (int i = at; i < to; i++) {
            char c = scene.text.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /// 自2018年5月上线以来: where something began is not the year of what has come of it.
    private boolean since(int at, int to, char before) {
        int end = Math.min(to, at + 20);
        for (int i = at + 4; i + 1 < end && ",;".indexOf(scene.text.charAt(i)) < 0; i++) {
            if (scene.text.charAt(i) == '以' && scene.text.charAt(i + 1) == '来') {
                return true;
            }
        }
        // 按照2017年《规范》: the year of a paper; 从2019年10月起: since when.
        if (at + 5 < to && scene.text.charAt(at + 5) == '《' || (before == '自' || before == '从') && starts(at, end)) {
            return true;
        }
        return before == '自' && !scene.has("change", at, to);
    }

    private boolean starts(int at, int end) {
        for (int i = at + 5; i < end && ",;".indexOf(scene.text.charAt(i)) < 0; i++) {
            char c = scene.text.charAt(i);
            if (c == '起') {
                return true;
            }
            if (!Character.isDigit(c) && "月日".indexOf(c) < 0) {
                return false;
            }
        }
        return false;
    }

    private boolean digits(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isDigit(scene.text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the year belongs to a law, a plan or a document number and not to the number.
    private boolean inTitle(Span sentence, int at, int to) {
        int open = 0;
        for (int i = Math.max(sentence.start(), at - REACH); i < at; i++) {
            char c = scene.text.charAt(i);
            open += c == '《' || c == '[' ? 1 : c == '》' || c == ']' ? -1 : 0;
        }
        return open > 0;
    }
}
