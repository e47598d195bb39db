package cn.jixiao.read.ocr;

/// Whether pages are read by OCR.
public enum Ocr {
    /// Pages that are pictures, and pages whose text layer means nothing.
    AUTO,
    /// No page; what would need it is named.
    OFF,
    /// Every page of files that have pages, whatever text they bring.
    ALWAYS
}
