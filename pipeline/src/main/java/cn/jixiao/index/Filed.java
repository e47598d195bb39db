package cn.jixiao.index;

/// A source entry as the index keeps it.
///
/// @param first whether its path is the one that the document goes by
record Filed(SourceEntry entry, boolean first) {
}
