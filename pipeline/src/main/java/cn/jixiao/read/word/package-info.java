/// Word files, new and old: paragraphs as Word shows them with their generated numbers, tables with merged cells.
///
/// In: a source whose content is DOCX or DOC. Out: a document. Not done here: deciding what a file is.
@NullMarked
package cn.jixiao.read.word;

import org.jspecify.annotations.NullMarked;
