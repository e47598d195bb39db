/// The wire to an index on servers of OpenSearch, by its official client.
///
/// In: questions and records as JSON. Out: the servers' answers, after as much waiting and trying again as it takes. Not done
/// here: what is asked, what a record holds and how words are cut (the program's package `index`).
@NullMarked
package cn.jixiao.opensearch;

import org.jspecify.annotations.NullMarked;
