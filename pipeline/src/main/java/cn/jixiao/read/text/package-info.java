/// Plain text and comma-separated values, in whatever encoding a Chinese office writes them.
///
/// In: a source whose content is text. Out: a document, tables recovered from tabs. Also the decoding that web pages
/// need. Not done here: markup.
@NullMarked
package cn.jixiao.read.text;

import org.jspecify.annotations.NullMarked;
