package cn.jixiao.benchmarks.reports;

import cn.jixiao.benchmarks.reports.GeneratedReport.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/// A report as an office program prints it to PDF: pages of lines, tables with rulings, packed streams, and the font's used
/// part within the file where there is one to use.
final class PrintedFile {

    private static final int TOP = 780;
    private static final int BOTTOM = 70;
    private static final int LINE = 28;
    /// Characters a line at 12 points.
    private static final int WIDTH = 36;

    private final EmbeddedFont font;
    private final List<StringBuilder> pages = new ArrayList<>();
    private int y;

    private PrintedFile(EmbeddedFont font) {
        this.font = font;
    }

    static byte[] of(GeneratedReport report, EmbeddedFont font) {
        var printing = new PrintedFile(font);
        report.parts().forEach(printing::part);
        return printing.assembled();
    }

    private void part(Part part) {
        switch (part) {
            case Part.Heading heading -> lines(heading.words());
            case Part.Text text -> lines("　　" + text.words());
            case Part.Table table -> table(table.rows());
        }
    }

    private void lines(String words) {
        for (int i = 0; i < words.length(); i += WIDTH) {
            room(LINE);
            show(70, y, 12, words.substring(i, Math.min(words.length(), i + WIDTH)));
            y -= LINE;
        }
    }

    private void table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        int width = 460 / columns;
        for (var row : rows) {
            room(24);
            var page = pages.getLast();
            for (int c = 0; c <= columns; c++) {
                line(page, 65 + width * c, y, 65 + width * c, y - 24);
            }
            line(page, 65, y, 65 + width * columns, y);
            line(page, 65, y - 24, 65 + width * columns, y - 24);
            for (int c = 0; c < columns; c++) {
                show(68 + width * c, y - 16, 7, row.get(c));
            }
            y -= 24;
        }
        y -= LINE;
    }

    private static void line(StringBuilder page, int x, int y, int toX, int toY) {
        page.append(x).append(' ').append(y).append(" m ").append(toX).append(' ').append(toY).append(" l S\n");
    }

    private void room(int height) {
        if (pages.isEmpty() || y - height < BOTTOM) {
            pages.add(new StringBuilder());
            y = TOP;
        }
    }

    private void show(int x, int lower, int size, String words) {
        pages.getLast().append("BT /F1 ").append(size).append(" Tf ").append(x).append(' ').append(lower).append(" Td <")
                .append(font.codes(words)).append("> Tj ET\n");
    }

    private byte[] assembled() {
        var objects = new ArrayList<byte[]>();
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        int first = 3 + font.objects(3).size();
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(first + 2 * i).append(" 0 R ");
        }
        objects.add(ascii("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>"));
        objects.addAll(font.objects(3));
        for (int i = 0; i < pages.size(); i++) {
            objects.add(ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents "
                    + (first + 2 * i + 1) + " 0 R >>"));
            objects.add(stream(ascii(pages.get(i).toString()), ""));
        }
        return written(objects);
    }

    private static byte[] written(List<byte[]> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.5\n"));
        var table = new StringBuilder("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format("%010d 00000 n \n", out.size()));
            out.writeBytes(ascii(i + 1 + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(ascii("\nendobj\n"));
        }
        int start = out.size();
        out.writeBytes(ascii(table + "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
        return out.toByteArray();
    }

    /// @param keys further entries of the stream's dictionary
    static byte[] stream(byte[] content, String keys) {
        var deflater = new Deflater();
        deflater.setInput(content);
        deflater.finish();
        var packed = new byte[content.length + 1000];
        int length = deflater.deflate(packed);
        deflater.end();
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("<< /Length " + length + " /Filter /FlateDecode " + keys + " >>\nstream\n"));
        out.write(packed, 0, length);
        out.writeBytes(ascii("\nendstream"));
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
