/// Knowledge as data: the files of `dictionaries/` become indicators, units, regions, forms and words.
///
/// In: a folder of the program's own entries and, laid over it, folders of a user's. Out: records of
/// [cn.jixiao.observation]. A broken entry stops at start-up with file and line.
/// Not done here: applying any of it to a report.
@NullMarked
package cn.jixiao.dictionary;

import org.jspecify.annotations.NullMarked;
