package cn.jixiao.cli;

import cn.jixiao.export.Review;
import cn.jixiao.export.Reviews;
import cn.jixiao.observation.Finding;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Prints findings, the gravest first, each with the name by which it can be accepted or dismissed.
record FindingLines(Console console) {

    void print(List<Finding> findings, boolean passed) {
        print(findings, passed, null);
    }

    /// @param passed whether to print what held, and what a reviewer dismissed, too
    void print(List<Finding> findings, boolean passed, @Nullable Reviews reviews) {
        var found = findings.stream().filter(each -> !each.holds()).filter(each -> passed || !dismissed(each, reviews))
                .sorted(Comparator.comparing(Finding::severity)).toList();
        long held = findings.stream().filter(Finding::holds).count();
        console.say("findings.count", found.size(), held);
        found.forEach(each -> console.print("  " + console.text("severity." + each.severity()) + " [" + each.rule() + "] "
                + each.message() + (reviews == null ? "" : "  #" + Review.name(each)) + verdict(each, reviews)));
        if (passed) {
            findings.stream().filter(Finding::holds).forEach(each ->
                    console.print("  " + console.text("finding.held") + " [" + each.rule() + "] " + each.message()));
        }
    }

    private static boolean dismissed(Finding finding, @Nullable Reviews reviews) {
        return reviews != null && reviews.of(Review.name(finding))
                .map(each -> each.verdict() == Review.Verdict.DISMISSED).orElse(false);
    }

    private String verdict(Finding finding, @Nullable Reviews reviews) {
        return reviews == null ? "" : reviews.of(Review.name(finding)).map(each -> "  " + console.text("verdict."
                + each.verdict()) + "：" + each.reason()).orElse("");
    }
}
