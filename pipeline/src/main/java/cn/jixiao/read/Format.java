package cn.jixiao.read;

import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.read.pdf.OfdReader;
import cn.jixiao.read.pdf.PdfReader;
import cn.jixiao.read.pdf.PictureReader;
import cn.jixiao.read.sheet.OdsReader;
import cn.jixiao.read.sheet.WorkbookReader;
import cn.jixiao.read.text.PlainTextReader;
import cn.jixiao.read.web.HtmlReader;
import cn.jixiao.read.web.SavedPageReader;
import cn.jixiao.read.web.TikaReader;
import cn.jixiao.read.word.DocReader;
import cn.jixiao.read.word.DocxReader;
import cn.jixiao.read.word.OdtReader;
import cn.jixiao.read.word.RtfReader;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Every kind of file that is read, one line a format: the media types by which its content is known, and its reader.
enum Format {
    PDF(ocr -> new PdfReader(ocr)::read, PdfReader.MEDIA_TYPE),
    PNG(ocr -> new PictureReader("image/png", ocr)::read, "image/png"),
    JPEG(ocr -> new PictureReader("image/jpeg", ocr)::read, "image/jpeg"),
    TIFF(ocr -> new PictureReader("image/tiff", ocr)::read, "image/tiff"),
    BMP(ocr -> new PictureReader("image/bmp", ocr)::read, "image/bmp"),
    OFD(new OfdReader()::read, OfdReader.MEDIA_TYPE),
    DOCX(new DocxReader()::read, MediaTypes.DOCX, "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template", MediaTypes.CUT_OFFICE),
    DOC(new DocReader()::read, MediaTypes.DOC),
    XLSX(new WorkbookReader()::read, MediaTypes.XLSX, "application/vnd.ms-excel.sheet.macroenabled.12",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template"),
    XLS(new WorkbookReader()::read, MediaTypes.XLS),
    LOCKED_OFFICE(new LockedOfficeReader()::read, MediaTypes.LOCKED_OFFICE),
    HTML(new HtmlReader()::read, MediaTypes.HTML, "application/xhtml+xml"),
    SAVED_PAGE(new SavedPageReader()::read, SavedPageReader.MEDIA_TYPE),
    TEXT(new PlainTextReader()::read, MediaTypes.TEXT),
    CSV(new PlainTextReader()::readCsv, MediaTypes.CSV),
    RTF(new RtfReader()::read, "application/rtf", "text/rtf"),
    ODT(new OdtReader()::read, OdtReader.MEDIA_TYPE, OdtReader.MEDIA_TYPE + "-template"),
    ODS(new OdsReader()::read, OdsReader.MEDIA_TYPE, OdsReader.MEDIA_TYPE + "-template"),
    OLD_WORD_AND_EXCEL(new TikaReader()::read, "application/vnd.ms-wordml", "application/vnd.ms-spreadsheetml",
            "application/vnd.ms-word2006ml", "application/vnd.ms-excel.sheet.4", "application/vnd.ms-excel.sheet.3",
            "application/vnd.ms-excel.sheet.2", "application/vnd.ms-excel.workspace.4",
            "application/vnd.ms-excel.sheet.binary.macroenabled.12", "application/x-mspublisher");

    private final Function<Ocr, FormatReader> reader;
    private final Set<String> mediaTypes;

    Format(FormatReader reader, String... mediaTypes) {
        this((Ocr ocr) -> reader, mediaTypes);
    }

    Format(Function<Ocr, FormatReader> reader, String... mediaTypes) {
        this.reader = reader;
        this.mediaTypes = Set.of(mediaTypes);
    }

    /// @param ocr for formats that may hold pictures of pages
    FormatReader reader(Ocr ocr) {
        return reader.apply(ocr);
    }

    static Optional<Format> of(String mediaType) {
        return Arrays.stream(values()).filter(format -> format.mediaTypes.contains(mediaType)).findFirst();
    }
}
