package cn.jixiao.compare;

import cn.jixiao.compare.Comparison.Note;
import cn.jixiao.index.Figure;
import cn.jixiao.observation.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What has to be said of the figure taken, in view of all that were told for its cell.
record CellNotes(int year, Figure taken, CellChoice choice) {

    List<Note> of(List<Figure> told, List<String> rules) {
        var notes = EnumSet.noneOf(Note.class);
        for (var each : told) {
            if (each != taken) {
                other(each, notes);
            }
        }
        if (rules.contains("not-the-target")) {
            notes.add(Note.TARGET);
        }
        var report = choice.report(taken);
        if (report != null && report.year() != null && report.year() != year) {
            notes.add(Note.OTHER_YEAR);
        }
        if (taken.quantity().comparator() != Comparator.EQ) {
            notes.add(Note.BOUND);
        }
        return notes.isEmpty() ? List.of() : List.copyOf(notes);
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
        var one = choice.report(taken);
        var its = choice.report(other);
        return one != null && its != null && one.type() == its.type() && Objects.equals(one.agency(), its.agency())
                && Objects.equals(one.year(), its.year()) && Objects.equals(one.period(), its.period());
    }
}
