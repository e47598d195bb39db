package cn.jixiao.index;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;

/// Whole texts out of readers; reports are small enough to hold.
final class Texts {

    private Texts() {
    }

    static String all(Reader reader) throws IOException {
        var text = new StringWriter();
        reader.transferTo(text);
        return text.toString();
    }
}
