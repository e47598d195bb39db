/// From questions to tables: areas, agencies or projects by year, for one indicator or several.
///
/// In: [cn.jixiao.index.Records] and what the dictionaries know of indicators, areas and units. Out:
/// [cn.jixiao.compare.Comparison], in which every cell says which figure it took, by which named rule, and what else
/// was told. Nothing is averaged.
/// Not done here: printing it (export).
@NullMarked
package cn.jixiao.compare;

import org.jspecify.annotations.NullMarked;
