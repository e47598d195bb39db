package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Source;
import cn.jixiao.document.Span;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationMarkup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationSquare;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/// Writes a copy of a PDF with boxes round places and a note on each, as annotations that every reader shows and that can
/// be taken away again. The original is only read.
public final class PdfNotes {

    /// White between the printed characters and the box round them, in points.
    private static final float MARGIN = 1.5f;
    private static final float ICON = 16;

    private PdfNotes() {
    }

    /// One remark.
    ///
    /// @param spans of the canonical text, each boxed; the note itself stands beside the first
    /// @param words of the note
    /// @param colour 0xRRGGBB
    public record Note(List<Span> spans, String title, String words, int colour) {
        public Note {
            spans = List.copyOf(spans);
        }
    }

    /// @param source the PDF that `document` was read from
    /// @return how many notes have a place on a page, and so were written
    /// @throws IOException if the file cannot be read as PDF or the copy not be written
    public static int write(Source source, Document document, List<Note> notes, OutputStream out) throws IOException {
        int written = 0;
        try (var pdf = open(source.content())) {
            for (var note : notes) {
                var places = note.spans().stream().flatMap(span -> document.layout().places(span).stream()).distinct().toList();
                if (!places.isEmpty()) {
                    write(pdf, note, places);
                    written++;
                }
            }
            pdf.setAllSecurityToBeRemoved(true);
            // The identity of the copy follows from the report, not from the clock.
            pdf.setDocumentId((long) document.id().hashCode());
            pdf.save(out);
        }
        return written;
    }

    private static PDDocument open(Content content) throws IOException {
        return switch (content) {
            case Content.OfFile(var path) -> Loader.loadPDF(path.toFile(), "");
            case Content.OfBytes(var bytes) -> Loader.loadPDF(bytes, "");
        };
    }

    private static void write(PDDocument pdf, Note note, List<Layout.Place> places) throws IOException {
        for (var place : places) {
            var page = pdf.getPage(place.page() - 1);
            var square = new PDAnnotationSquare();
            var border = new PDBorderStyleDictionary();
            border.setWidth(1.2f);
            square.setBorderStyle(border);
            square.setRectangle(on(page, place.box(), MARGIN));
            add(pdf, page, square, note);
        }
        var first = places.getFirst();
        var page = pdf.getPage(first.page() - 1);
        var box = first.box();
        var text = new PDAnnotationText();
        text.setName(PDAnnotationText.NAME_NOTE);
        double left = box.right() + MARGIN;
        text.setRectangle(on(page, new Box(left, Math.max(0, box.top() - ICON), left + ICON, Math.max(ICON, box.top())), 0));
        add(pdf, page, text, note);
    }

    private static void add(PDDocument pdf, PDPage page, PDAnnotationMarkup mark, Note note) throws IOException {
        mark.setContents(note.words());
        mark.setTitlePopup(note.title());
        mark.setColor(new PDColor(new float[] {(note.colour() >> 16 & 255) / 255f, (note.colour() >> 8 & 255) / 255f,
                (note.colour() & 255) / 255f}, PDDeviceRGB.INSTANCE));
        mark.setPrinted(true);
        mark.setPage(page);
        mark.constructAppearances(pdf);
        var all = new ArrayList<>(page.getAnnotations());
        all.add(mark);
        page.setAnnotations(all);
    }

    /// A box of the page as shown, upper left origin, in the page's own coordinates, which rotation does not turn.
    private static PDRectangle on(PDPage page, Box box, float margin) {
        var crop = page.getCropBox();
        float left = (float) box.left() - margin;
        float right = (float) box.right() + margin;
        float top = (float) box.top() - margin;
        float bottom = (float) box.bottom() + margin;
        float width = crop.getWidth();
        float height = crop.getHeight();
        var found = switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new PDRectangle(top, left, bottom - top, right - left);
            case 180 -> new PDRectangle(width - right, top, right - left, bottom - top);
            case 270 -> new PDRectangle(width - bottom, height - right, bottom - top, right - left);
            default -> new PDRectangle(left, height - bottom, right - left, bottom - top);
        };
        return new PDRectangle(crop.getLowerLeftX() + found.getLowerLeftX(), crop.getLowerLeftY() + found.getLowerLeftY(),
                found.getWidth(), found.getHeight());
    }
}
