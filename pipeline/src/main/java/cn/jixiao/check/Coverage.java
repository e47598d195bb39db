package cn.jixiao.check;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What became of every rule in one report: a check that did not run is never shown as one that passed.
///
/// @param rule name of the rule; @param title its Chinese name
/// @param passed relations that held; @param failed relations that did not
/// @param unchecked figures the rule is about that found no operands
/// @param why the state in a few Chinese words
public record Coverage(String rule, String title, State state, int passed, int failed, int unchecked, String why) {

    /// How a rule came out of a report.
    public enum State {
        /// At least one relation was found not to hold.
        FAILED,
        /// Relations were found, and all hold.
        PASSED,
        /// The report tells figures of the kind, but not what they should follow from.
        NOT_CHECKABLE,
        /// The report tells nothing of the kind.
        NOT_APPLICABLE
    }

    /// One line for every rule of the dictionary, in its order.
    public static List<Coverage> of(Relations relations, Extraction extraction) {
        var named = new HashSet<String>();
        extraction.findings().forEach(each -> each.observations().forEach(id -> named.add(family(each.rule()) + id)));
        var lines = new ArrayList<Coverage>();
        for (var rule : relations.rules()) {
            var findings = extraction.findings().stream().filter(each -> each.rule().equals(rule.name())).toList();
            int held = (int) findings.stream().filter(Finding::holds).count();
            int failed = findings.size() - held;
            int passed = held + units(rule.name(), extraction);
            int unchecked = (int) extraction.observations().stream().filter(about(relations, rule.name()))
                    .filter(each -> !named.contains(family(rule.name()) + each.id())).count();
            var lacking = failed + passed > 0 ? "" : lacking(relations, extraction, rule.name(), unchecked);
            var state = failed > 0 ? State.FAILED : passed > 0 ? State.PASSED
                    : lacking.isEmpty() ? State.NOT_APPLICABLE : State.NOT_CHECKABLE;
            lines.add(new Coverage(rule.name(), rule.title(), state, passed, failed, unchecked, switch (state) {
                case FAILED -> failed + " 处不符" + (passed > 0 ? "，另有 " + passed + " 处相符" : "");
                case PASSED -> passed + " 处相符";
                case NOT_CHECKABLE -> lacking;
                case NOT_APPLICABLE -> rule.name().startsWith("outlier.") || rule.name().endsWith(".edition")
                        ? "须与其他报告比较" : "报告没有这类数据";
            }));
        }
        return List.copyOf(lines);
    }

    /// Why a rule that found nothing could not be checked; empty where it does not apply.
    private static String lacking(Relations relations, Extraction extraction, String rule, int unchecked) {
        if (extraction.observations().isEmpty()) {
            return "未读出任何数据";
        }
        if (unchecked > 0) {
            return unchecked + " 个数据缺少可核对的依据";
        }
        return rule.startsWith("account.") && account(relations, extraction) ? lackingAccount(rule, extraction) : "";
    }

    /// Totals and items that agree between tables and explanation were told in the same unit.
    private static int units(String rule, Extraction extraction) {
        return rule.equals("account.unit") ? (int) extraction.findings().stream().filter(each -> each.holds()
                && Set.of("account.across", "account.told", "account.item", "account.subject").contains(each.rule())).count() : 0;
    }

    /// What a budget or account lacks for a rule; empty where it has no such thing to check.
    private static String lackingAccount(String rule, Extraction extraction) {
        return switch (rule) {
            case "account.across" -> "没有读出两处可比的总数";
            case "account.told" -> "情况说明中没有读出可与表核对的总数";
            case "account.unit" -> unmarked(extraction) > 0 ? unmarked(extraction) + " 张表没有注明金额单位，无从核对" : "没有两处可比的金额";
            case "account.code" -> "没有读出带科目编码的表";
            case "account.row" -> "没有读出列有合计与各栏的表";
            case "account.item" -> "没有读出“三公”经费、基本支出的表或其逐项说明";
            case "account.subject" -> "没有读出逐项（类、款、项）的说明";
            case "account.direction" -> "没有读出说明预算与决算大小的语句";
            case "account.three", "account.cars", "account.basic" -> "没有读出合计及其全部组成部分";
            default -> "";
        };
    }

    private static long unmarked(Extraction extraction) {
        return extraction.document().tables().filter(each -> each.unitLine() == null && each.caption() != null).count();
    }

    /// Whether the report is a departmental budget or final account.
    private static boolean account(Relations relations, Extraction extraction) {
        var titles = extraction.document().tables().map(cn.jixiao.document.Table::caption).filter(java.util.Objects::nonNull)
                .map(each -> Account.plain(extraction.document().textOf(each))).toList();
        return extraction.outline().facts().type() == cn.jixiao.observation.DocumentType.FINAL_ACCOUNT
                || relations.accounts().totals().stream().flatMap(each -> each.places().stream())
                        .anyMatch(place -> titles.stream().anyMatch(place::isIn));
    }

    private static String family(String rule) {
        return rule.substring(0, rule.indexOf('.') + 1);
    }

    /// The figures that a rule is about whether or not it found anything to hold them against.
    private static Predicate<Observation> about(Relations relations, String rule) {
        for (var ratio : relations.ratios()) {
            if (rule.equals("ratio." + ratio.name())) {
                return each -> ratio.rate().equals(each.indicator()) && each.role() == Role.ACTUAL;
            }
        }
        return switch (rule) {
            case "ratio.completion" -> each -> relations.completion().equals(each.indicator());
            case "ratio.average" -> each -> relations.says("average", each.label());
            case "sum.score" -> each -> relations.score().equals(each.indicator());
            case "sum.column" -> each -> each.evidence().table() != null && relations.totalRows().contains(each.label());
            case "target.row", "target.told" -> each -> each.role() == Role.TARGET
                    && (each.evidence().table() != null) == rule.equals("target.row")
                    && !Set.of("score").contains(each.quantity().kind().key());
            default -> each -> false;
        };
    }
}
