/// The page that compares: indicators by areas, agencies, projects or subsets over years, as tables and charts.
///
/// In: parameters of an address. Out: cells with what is to be known of them, each leading to its evidence; charts drawn
/// here, which a script may replace by livelier ones; the files that the command line writes too.
/// Not done here: choosing figures, ranks and changes (compare), writing workbooks (export).
@NullMarked
package cn.jixiao.serve.compare;

import org.jspecify.annotations.NullMarked;
