/// Files become documents: every format a report comes in, tables as tables.
///
/// In: [cn.jixiao.document.Source]. Out: [cn.jixiao.document.Document], also for files that could not be read.
/// [cn.jixiao.read.Reader] reads one file, [cn.jixiao.read.Archive] hands out those inside a ZIP. The formats stand in
/// one list, `Format`; each has a package with its reader, and all build with [cn.jixiao.read.build].
/// Tika, PDFBox, POI, jsoup and OCR stay here. Not done here: understanding what was read.
@NullMarked
package cn.jixiao.read;

import org.jspecify.annotations.NullMarked;
