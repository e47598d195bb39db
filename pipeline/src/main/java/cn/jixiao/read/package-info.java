/// Files become documents: every format a report comes in, tables as tables.
///
/// In: [cn.jixiao.document.Source]. Out: [cn.jixiao.document.Document], also for files that could not be read.
/// Tika, PDFBox, POI, jsoup and OCR stay here. Not done here: understanding what was read.
@NullMarked
package cn.jixiao.read;

import org.jspecify.annotations.NullMarked;
