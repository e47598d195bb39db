package cn.jixiao.read.pdf;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/// PDFBox's own text of a file, with nothing of ours: what reading is measured against.
public final class StripperText {

    private StripperText() {
    }

    /// @throws IOException if PDFBox cannot read the file
    public static String of(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
