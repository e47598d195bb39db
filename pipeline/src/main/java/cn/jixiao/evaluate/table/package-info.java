/// How well tables are found in files whose tables are known, scored as the ICDAR 2013 table competition did.
///
/// In: the truth beside the files (`-str.xml`) and tables as found, by us or by another program. Out: tallies of
/// adjacency relations. Not done here: finding tables.
@NullMarked
package cn.jixiao.evaluate.table;

import org.jspecify.annotations.NullMarked;
