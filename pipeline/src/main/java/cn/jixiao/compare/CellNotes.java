package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.index.Figure;
import cn.jixiao.index.ReportLine;
import cn.jixiao.observation.Comparator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What has to be said of the figure taken, in view of all that were told for its cell.
record CellNotes(int year, Figure taken, CellChoice choice, Map<String, ReportLine> reports) {

    List<Note> of(List<Figure> told, List<String> rules) {
        var notes = new ArrayList<Note>();
        if (told.size() > 1) {
            versions(told, notes);
            add(told.stream().anyMatch(each -> CellChoice.isWholeYear(each) != CellChoice.isWholeYear(taken)),
                    Note.PART_OF_YEAR, notes);
            add(rules.contains("not-the-target"), Note.TARGET, notes);
            add(told.stream().anyMatch(each -> choice.isUsual(each) != choice.isUsual(taken)), Note.OTHER_UNIT, notes);
            add(told.stream().anyMatch(each -> !choice.agree(taken, each) && !Objects.equals(each.project(), taken.project())),
                    Note.PROJECTS, notes);
            add(told.stream().anyMatch(each -> !choice.agree(taken, each) && !Objects.equals(each.agency(), taken.agency())),
                    Note.AGENCIES, notes);
        }
        var report = reports.get(taken.docId());
        add(report != null && report.year() != null && report.year() != year, Note.OTHER_YEAR, notes);
        add(taken.quantity().comparator() != Comparator.EQ, Note.BOUND, notes);
        return notes;
    }

    /// Other reports of the same agency, year and kind, alike or not.
    private void versions(List<Figure> told, List<Note> notes) {
        var versions = told.stream().filter(each -> !each.docId().equals(taken.docId()) && isVersion(each)
                && CellChoice.isWholeYear(each) == CellChoice.isWholeYear(taken)).toList();
        add(versions.stream().anyMatch(each -> choice.agree(taken, each)), Note.COPIES, notes);
        add(versions.stream().anyMatch(each -> !choice.agree(taken, each)), Note.REVISION, notes);
    }

    private boolean isVersion(Figure other) {
        var one = reports.get(taken.docId());
        var its = reports.get(other.docId());
        return one != null && its != null && one.type() == its.type() && Objects.equals(one.agency(), its.agency())
                && Objects.equals(one.year(), its.year()) && Objects.equals(one.period(), its.period());
    }

    private static void add(boolean holds, Note note, List<Note> notes) {
        if (holds) {
            notes.add(note);
        }
    }
}
