/// The review pages: the queue of doubtful figures, the form in which one is corrected or added, what was said before, and
/// entries that lost their place.
///
/// Not done here: what an entry means and how it is kept, which is [cn.jixiao.review].
@NullMarked
package cn.jixiao.serve.review;

import org.jspecify.annotations.NullMarked;
