/// Many files become records in a workspace: listing, skipping what is unchanged, working in parallel, accounting.
///
/// In: paths. Out: a workspace's index, and an [cn.jixiao.ingest.Account] whose numbers add up to the files found.
/// Not done here: what one file holds; that is [cn.jixiao.Pipeline].
@NullMarked
package cn.jixiao.ingest;

import org.jspecify.annotations.NullMarked;
