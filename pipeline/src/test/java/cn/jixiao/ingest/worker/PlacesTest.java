package cn.jixiao.ingest.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.jixiao.document.Box;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Line;
import cn.jixiao.document.Span;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Layout LAYOUT = new Layout(List.of(
            new Line(new Span(0, 2), 1, new Box(72.1, 80.25, 96.3, 92), new float[] {72.1f, 84.2f, 96.3f}),
            new Line(new Span(3, 4), 7, new Box(-1, 0, 1e9, 1e-9), new float[] {-0.0f, Float.MAX_VALUE})));

    @Test
    void placesComeBackToTheBit() {
        var back = Places.read(ByteBuffer.wrap(Places.bytes(LAYOUT)));
        assertEquals(LAYOUT.lines().size(), back.lines().size());
        for (int i = 0; i < back.lines().size(); i++) {
            var line = LAYOUT.lines().get(i);
            var other = back.lines().get(i);
            assertEquals(line.span(), other.span());
            assertEquals(line.page(), other.page());
            assertEquals(line.box(), other.box());
            assertArrayEquals(line.edges(), other.edges());
        }
        assertEquals(List.of(), Places.read(ByteBuffer.wrap(Places.bytes(Layout.NONE))).lines());
    }

    @Test
    void whatIsCutOffIsNoLayout() {
        var bytes = Places.bytes(LAYOUT);
        for (int length = 0; length < bytes.length; length++) {
            var cut = ByteBuffer.wrap(Arrays.copyOf(bytes, length));
            var thrown = assertThrows(RuntimeException.class, () -> Places.read(cut));
            assertEquals(true, thrown instanceof BufferUnderflowException || thrown instanceof IllegalArgumentException,
                    thrown::toString);
        }
    }

    @Test
    void aLineThatClaimsTheWorldTakesNoMemory() {
        var bytes = ByteBuffer.allocate(100).putInt(1).putInt(0).putInt(Integer.MAX_VALUE).putInt(1).rewind();
        assertThrows(IllegalArgumentException.class, () -> Places.read(bytes));
    }
}
