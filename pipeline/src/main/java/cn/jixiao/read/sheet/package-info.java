/// Excel files, new and old: every visible sheet as the tables and lines that stand on it.
///
/// In: a source whose content is XLSX or XLS. Out: a document. Not done here: calculating what Excel has calculated.
@NullMarked
package cn.jixiao.read.sheet;

import org.jspecify.annotations.NullMarked;
