/// From a question in plain words to a query: 2023年张掖市执行率低于70%的县.
///
/// In: words, the pipeline, the names of indicators. Out: the query language of [cn.jixiao.index.QueryLanguage].
/// Not done here: searching.
@NullMarked
package cn.jixiao.ask;

import org.jspecify.annotations.NullMarked;
