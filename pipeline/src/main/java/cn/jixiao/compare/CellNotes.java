package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.index.Figure;
import cn.jixiao.index.ReportLine;
import cn.jixiao.observation.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// What has to be said of the figure taken, in view of all that were told for its cell.
record CellNotes(int year, Figure taken, CellChoice choice, Map<String, ReportLine> reports) {

    List<Note> of(List<Figure> told, List<String> rules) {
        var notes = EnumSet.noneOf(Note.class);
        if (told.size() > 1) {
            told.stream().filter(each -> each != taken).forEach(each -> other(each, notes));
        }
        if (rules.contains("not-the-target")) {
            notes.add(Note.TARGET);
        }
        var report = reports.get(taken.docId());
        if (report != null && report.year() != null && report.year() != year) {
            notes.add(Note.OTHER_YEAR);
        }
        if (taken.quantity().comparator() != Comparator.EQ) {
            notes.add(Note.BOUND);
        }
        return List.copyOf(notes);
    }

    /// What another figure told for the cell adds.
    private void other(Figure each, Set<Note> notes) {
        boolean agrees = choice.agree(taken, each);
        boolean sameTime = CellChoice.isWholeYear(each) == CellChoice.isWholeYear(taken);
        if (!sameTime) {
            notes.add(Note.PART_OF_YEAR);
        }
        if (choice.isUsual(each) != choice.isUsual(taken)) {
            notes.add(Note.OTHER_UNIT);
        }
        if (!agrees && !Objects.equals(each.project(), taken.project())) {
            notes.add(Note.PROJECTS);
        }
        if (!agrees && !Objects.equals(each.agency(), taken.agency())) {
            notes.add(Note.AGENCIES);
        }
        if (sameTime && !each.docId().equals(taken.docId()) && isVersion(each)) {
            notes.add(agrees ? Note.COPIES : Note.REVISION);
        }
    }

    /// Another report of the same agency, year and kind.
    private boolean isVersion(Figure other) {
        var one = reports.get(taken.docId());
        var its = reports.get(other.docId());
        return one != null && its != null && one.type() == its.type() && Objects.equals(one.agency(), its.agency())
                && Objects.equals(one.year(), its.year()) && Objects.equals(one.period(), its.period());
    }
}
