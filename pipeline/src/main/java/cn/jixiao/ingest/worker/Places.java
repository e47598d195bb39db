package cn.jixiao.ingest.worker;

import cn.jixiao.document.Box;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Line;
import cn.jixiao.document.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;

/// Where the words of a document stand, as the bytes of its numbers. A place for each character makes up most of a paged
/// document; as JSON every one of them would be spelled out and spelled again.
///
/// The number of lines; of each its span, its page, its box and its edges.
final class Places {

    private static final int LINE = 3 * Integer.BYTES + 4 * Double.BYTES;

    private Places() {
    }

    static byte[] bytes(Layout layout) {
        int size = Integer.BYTES;
        for (var line : layout.lines()) {
            size = Math.addExact(size, LINE + line.edges().length * Float.BYTES);
        }
        var bytes = ByteBuffer.allocate(size).putInt(layout.lines().size());
        for (var line : layout.lines()) {
            bytes.putInt(line.span().start()).putInt(line.span().end()).putInt(line.page())
                    .putDouble(line.box().left()).putDouble(line.box().top())
                    .putDouble(line.box().right()).putDouble(line.box().bottom());
            for (float edge : line.edges()) {
                bytes.putFloat(edge);
            }
        }
        return bytes.array();
    }

    /// @throws java.nio.BufferUnderflowException if there are fewer bytes than they tell of
    /// @throws IllegalArgumentException if they tell of what is no place
    static Layout read(ByteBuffer bytes) {
        int count = bytes.getInt();
        var lines = new ArrayList<Line>();
        for (int i = 0; i < count; i++) {
            var span = new Span(bytes.getInt(), bytes.getInt());
            int page = bytes.getInt();
            var box = new Box(bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getDouble());
            if (bytes.remaining() / Float.BYTES <= span.length()) {
                throw new IllegalArgumentException("no places for " + span);
            }
            var edges = new float[span.length() + 1];
            for (int j = 0; j < edges.length; j++) {
                edges[j] = bytes.getFloat();
            }
            lines.add(new Line(span, page, box, edges));
        }
        return new Layout(lines);
    }

    static Document in(Document document, Layout layout) {
        return new Document(document.id(), document.source(), document.mediaType(), document.text(), document.blocks(),
                document.pages(), layout, document.problems());
    }
}
