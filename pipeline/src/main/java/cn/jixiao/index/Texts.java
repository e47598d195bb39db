package cn.jixiao.index;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Whole texts out of readers, one after the other; reports are small enough to hold.
final class Texts implements CharSequence {

    private static final int FIRST = 4096;

    private char[] units = new char[FIRST];
    private int length;

    /// Puts a reader's text in the place of the last one.
    void read(Reader reader) throws IOException {
        length = 0;
        for (int more = 0; more >= 0; more = reader.read(units, length, units.length - length)) {
            length += more;
            if (length == units.length) {
                units = Arrays.copyOf(units, 2 * length);
            }
        }
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return units[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new String(units, start, end - start);
    }

    @Override
    public String toString() {
        return new String(units, 0, length);
    }
}
