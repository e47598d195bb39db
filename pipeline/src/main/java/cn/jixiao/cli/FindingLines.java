package cn.jixiao.cli;

import cn.jixiao.observation.Finding;
import java.util.List;

/// Prints findings, the alarms first.
record FindingLines(Console console) {

    /// @param passed whether to print what held, too
    void print(List<Finding> findings, boolean passed) {
        var alarms = findings.stream().filter(each -> !each.holds()).toList();
        long held = findings.stream().filter(Finding::holds).count();
        console.say("findings.count", alarms.size(), held);
        alarms.forEach(each -> console.print("  " + console.text("severity." + each.severity()) + " [" + each.rule() + "] "
                + each.message()));
        if (passed) {
            findings.stream().filter(Finding::holds).forEach(each ->
                    console.print("  " + console.text("finding.held") + " [" + each.rule() + "] " + each.message()));
        }
    }
}
