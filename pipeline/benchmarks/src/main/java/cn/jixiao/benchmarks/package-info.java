/// Other programs that do a part of what this one does, to be measured beside it.
///
/// In: a file. Out: what the other program found, as plain Java values, since the two sides share no classes.
/// Not done here: measuring and scoring, which is the same for all.
@NullMarked
package cn.jixiao.benchmarks;

import org.jspecify.annotations.NullMarked;
