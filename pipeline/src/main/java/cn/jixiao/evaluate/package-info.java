/// How well extraction does against annotated reports.
///
/// In: gold files and observations. Out: precision, recall and F1, and the misses.
/// Not done here: extracting.
@NullMarked
package cn.jixiao.evaluate;

import org.jspecify.annotations.NullMarked;
