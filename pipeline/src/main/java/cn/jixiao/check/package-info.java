/// Does the report's own arithmetic hold? Observations are held against each other.
///
/// In: observations and the outline, relations and words from `relations.yaml`. Out: [cn.jixiao.observation.Finding]s,
/// both what held and what cannot; [cn.jixiao.check.Coverage] tells of every rule whether it passed, failed, could not be
/// checked or did not apply.
///
/// | family | rules | an alarm is |
/// |---|---|---|
/// | `sum` | lists, table columns and rows, scores, form funds, projects, what is left, adjustments, totals told elsewhere | parts that cannot make their whole |
/// | `ratio` | rates by meaning, rates of the figures beside them, columns of rates, completion, growth, averages | a rate that does not follow |
/// | `target` | rows, goals told in prose, the calendar's pace | a missed goal, told as a note: no contradiction |
/// | `conflict` | one figure told twice, 元 for 万元, goals told in two ways | two values of one thing |
/// | `bound` | a part and its whole, score and full mark, shares of 100 % | more than there can be |
/// | `completeness` | grade and score, reasons of deviations | what the form asks for and the report lacks |
///
/// Figures stand for intervals, so that rounding raises no alarm. Which figures belong together is found by structure
/// (list, heading, row, column), kind, unit and indicator; what merely adds up by chance is no relation. Where structure
/// alone leaves doubt, a gap is an alarm only if one slip of the pen explains it.
///
/// Not done here: correcting anything; and what only several reports together show (`outlier`, `conflict.edition`), which
/// `cn.jixiao.compare.AcrossReports` finds.
@NullMarked
package cn.jixiao.check;

import org.jspecify.annotations.NullMarked;
