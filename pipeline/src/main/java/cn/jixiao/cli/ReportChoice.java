package cn.jixiao.cli;

import cn.jixiao.index.Records;
import cn.jixiao.index.Report;
import cn.jixiao.observation.Extraction;
import java.util.List;

/// Finds the one report that a person named, by id, path, file name or a part of the title.
record ReportChoice(Records records) {

    /// @throws UserException if none or several fit; several are named
    Report report(String name) {
        var found = records.find(name);
        if (found.isEmpty()) {
            throw new UserException("report.none", name);
        }
        if (found.size() > 1) {
            throw new UserException("report.several", name, list(found));
        }
        return found.getFirst();
    }

    /// @throws UserException as [#report(String)] does
    Extraction extraction(String name) {
        return records.extraction(report(name).docId()).orElseThrow();
    }

    private static String list(List<Report> reports) {
        return String.join("\n", reports.stream().limit(20).map(each -> "  " + each.docId().substring(0, 8) + "  "
                + each.source()).toList()) + (reports.size() > 20 ? "\n  …" : "");
    }
}
