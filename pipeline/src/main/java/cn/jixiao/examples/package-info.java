/// The examples that stand beside dictionary entries are held against the pipeline itself.
///
/// In: a shelf of dictionaries. Out: the examples that do not come out as they say, with file and line.
/// Not done here: reading the entries; a broken one stops before.
@NullMarked
package cn.jixiao.examples;

import org.jspecify.annotations.NullMarked;
