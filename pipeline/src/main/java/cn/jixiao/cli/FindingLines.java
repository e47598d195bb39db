package cn.jixiao.cli;

import cn.jixiao.observation.Finding;
import cn.jixiao.review.Correction;
import cn.jixiao.review.FindingName;
import cn.jixiao.review.Verdicts;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints findings, the gravest first, each with the name by which it can be accepted or dismissed.
record FindingLines(Console console) {

    void print(List<Finding> findings, boolean passed) {
        print(findings, passed, null);
    }

    /// @param passed whether to print what held, and what a reviewer dismissed, too
    void print(List<Finding> findings, boolean passed, @Nullable Verdicts reviews) {
        var found = findings.stream().filter(each -> !each.holds()).filter(each -> passed || !dismissed(each, reviews))
                .sorted(Comparator.comparing(Finding::severity)).toList();
        long held = findings.stream().filter(Finding::holds).count();
        console.say("findings.count", found.size(), held);
        found.forEach(each -> console.print(alarm(each, "", reviews)));
        if (passed) {
            findings.stream().filter(Finding::holds).forEach(each ->
                    console.print("  " + console.text("finding.held") + " [" + each.rule() + "] " + each.message()));
        }
    }

    /// @param where the report it is of, or empty where that was told already
    String alarm(Finding finding, String where, @Nullable Verdicts reviews) {
        return "  " + console.text("severity." + finding.severity()) + " [" + finding.rule() + "] " + where + finding.message()
                + (reviews == null ? "" : "  #" + FindingName.of(finding)) + verdict(finding, reviews);
    }

    private static boolean dismissed(Finding finding, @Nullable Verdicts reviews) {
        return reviews != null && reviews.dismissed(finding);
    }

    private String verdict(Finding finding, @Nullable Verdicts reviews) {
        return reviews == null ? "" : reviews.of(finding).map(each -> "  " + console.text(
                each.correction() instanceof Correction.DismissFinding ? "verdict.DISMISSED" : "verdict.ACCEPTED")
                + "：" + each.why()).orElse("");
    }
}
