package cn.jixiao.observation;

import cn.jixiao.document.Span;

/// A headed part of a report.
///
/// @param level 1 for the outermost; a subsection's level is higher than that of the section it lies in
/// @param number as printed (`二、`, `（一）`, `1.`), empty if none
/// @param title the heading without its number
/// @param heading where the heading stands
/// @param span from the heading's start to the end of the section, subsections included
public record Section(int level, String number, String title, Span heading, Span span) {

    public Section {
        if (level < 1 || !span.contains(heading)) {
            throw new IllegalArgumentException("section '" + title + "' of level " + level + ": " + heading + " in " + span);
        }
    }
}
