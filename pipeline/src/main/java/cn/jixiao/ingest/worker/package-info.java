/// Reading files in processes of their own, so that whatever a file does to its parser costs that file and no other.
///
/// In: a source. Out: its document, or a document that names why there is none: too slow, too large, crashed.
/// Not done here: what is read out of the document; that is done by the process that imports.
@NullMarked
package cn.jixiao.ingest.worker;

import org.jspecify.annotations.NullMarked;
