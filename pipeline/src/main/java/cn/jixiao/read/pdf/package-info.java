/// PDF files become documents: glyphs and ruling lines of each page, put together again into lines, paragraphs and tables.
///
/// In: [cn.jixiao.document.Source]. Out: [cn.jixiao.document.Document] with pages and layout.
/// The way of a page: [InkEngine] collects glyphs and rulings, [PageReading] makes lines and tables of them,
/// [Margins] sets headers and footers apart, [Flow] joins paragraphs and tables over pages, [Assembly] writes the text.
/// Not done here: OCR (a page that needs it is named), and understanding what was read.
@NullMarked
package cn.jixiao.read.pdf;

import org.jspecify.annotations.NullMarked;
