/// The page of one report: its page as printed, or its text, beside what was read of it; every figure leads to its place
/// and every place to its figure.
///
/// Not done here: saying that a figure is wrong (see `review`).
@NullMarked
package cn.jixiao.serve.report;

import org.jspecify.annotations.NullMarked;
