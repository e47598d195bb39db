package cn.jixiao.structure;

import cn.jixiao.document.Span;

/// The beginning of a line that opens, or at least counts, a part of the report.
///
/// @param style of its number, or what stands for one (`name`, `mark2`)
/// @param rank lower is further out
/// @param value of its number, 0 if it has none
/// @param number as printed
/// @param title without the number; empty for an item of a list, which ends the part before it and opens none
/// @param heading where number and title stand
record HeadingLine(String style, double rank, int value, String number, String title, Span heading) {
}
