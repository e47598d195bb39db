/// The one store: a folder with a Lucene index that holds every record whole and makes it findable.
///
/// In: extractions of the pipeline, and queries as people write them. Out: the same records again, in an order that
/// depends on nothing but sources and places, and search results with their words marked. [cn.jixiao.index.Records] is
/// what the later layers know; another index could stand behind it.
/// Not done here: reading files (ingest), comparing figures (compare), writing them out (export).
@NullMarked
package cn.jixiao.index;

import org.jspecify.annotations.NullMarked;
