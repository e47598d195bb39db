package cn.jixiao.observe;

/// A stretch of text in which words may tell what a number counts.
///
/// @param name which stretch it is, as rules call it (`label`, `clause`, `heading`)
/// @param hits the words of the text that `from` and `to` point into
/// @param anchor where the number stands or would stand: the nearer a word, the likelier it is meant
/// @param weight how much a word here counts, 1 for the label
/// @param telling whether a term here can name the indicator; elsewhere words only support a term
record Zone(String name, Hits hits, int from, int to, int anchor, double weight, boolean telling) {
}
