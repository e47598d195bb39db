/// The XML of OpenDocument packages (ISO/IEC 26300), for the readers of texts and of sheets.
@NullMarked
package cn.jixiao.read.odf;

import org.jspecify.annotations.NullMarked;
