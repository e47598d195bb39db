/// The search page: text and figures, narrowed by filters that stand in the address.
///
/// In: parameters of an address. Out: hits with their words marked, counts to narrow by, pages.
/// Not done here: the query language and the search itself (index).
@NullMarked
package cn.jixiao.serve.search;

import org.jspecify.annotations.NullMarked;
