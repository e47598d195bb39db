package cn.jixiao.read.word;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// Reads a part of a Word document into elements, by POI's own parser, which takes neither DTDs nor anything from outside.
final class Part extends DefaultHandler {

    private final Deque<Element> open = new ArrayDeque<>();
    private @Nullable Element root;
    /// The outermost open element that holds words.
    private @Nullable Element holder;

    private Part() {
    }

    /// @throws IOException if the part cannot be unpacked
    /// @throws SAXException if it is not well-formed
    static Element read(InputStream in) throws IOException, SAXException {
        var part = new Part();
        try {
            var reader = XMLHelper.newXMLReader();
            reader.setContentHandler(part);
            reader.setErrorHandler(part);
            reader.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML parser", e);
        }
        if (part.root == null) {
            throw new SAXException("no element");
        }
        return part.root;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes given) {
        var attributes = new ArrayList<String>(2 * given.getLength());
        for (int i = 0; i < given.getLength(); i++) {
            attributes.add(given.getQName(i));
            attributes.add(given.getValue(i));
        }
        var element = new Element(local, attributes);
        if (open.isEmpty()) {
            root = element;
        } else {
            open.getLast().add(element);
        }
        open.addLast(element);
        if (holder == null && element.holdsWords()) {
            holder = element;
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (holder != null) {
            holder.write(new String(characters, start, length));
        }
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        if (open.removeLast() == holder) {
            holder = null;
        }
    }
}
