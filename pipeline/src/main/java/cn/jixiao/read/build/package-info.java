/// What every reader builds with: words cleaned and joined, tables drafted cell by cell, and the one class that lays
/// blocks into the canonical text.
///
/// In: words and cells in reading order, as a format's reader finds them. Out: a [cn.jixiao.document.Document] whose
/// spans are right by construction, with captions and unit lines of tables found.
/// Not done here: opening files.
@NullMarked
package cn.jixiao.read.build;

import org.jspecify.annotations.NullMarked;
