/// Reading files in processes of their own, so that whatever a file does to its parser costs that file and no other.
///
/// In: a source. Out: its document, or a document that names why there is none: too slow, too large, crashed.
/// Records of a document too long to be safe in the importing process are made here as well; of all others they are made
/// by the process that imports.
@NullMarked
package cn.jixiao.ingest.worker;

import org.jspecify.annotations.NullMarked;
