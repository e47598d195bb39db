/// Web pages, and the formats that Tika turns into pages: paragraphs and tables, the site's own furniture set apart.
///
/// In: a source whose content is HTML, RTF, OpenDocument or an old Word or Excel format. Out: a document.
/// Not done here: fetching pages.
@NullMarked
package cn.jixiao.read.web;

import org.jspecify.annotations.NullMarked;
