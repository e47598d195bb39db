/// Folders of reports of invented places, as large as asked for and the same for the same seed: what a bulk import is
/// measured on.
///
/// In: a number of files, a seed, a font. Out: files of the kinds and sizes that an evaluation's folder holds, among them
/// copies, other editions and broken files. Not done here: truth about what they tell; that is the corpus's.
@NullMarked
package cn.jixiao.benchmarks.reports;

import org.jspecify.annotations.NullMarked;
