/// Records and comparisons as files that people and other programs take away.
///
/// In: [cn.jixiao.index.Records] and [cn.jixiao.compare.Comparison]. Out: JSON Lines with the contract's keys, CSV that
/// spreadsheets open rightly, aligned text, HTML pages. The same records give the same bytes: keys in a fixed order,
/// numbers as printed, line feeds.
/// Not done here: choosing what to write (index, compare).
@NullMarked
package cn.jixiao.export;

import org.jspecify.annotations.NullMarked;
