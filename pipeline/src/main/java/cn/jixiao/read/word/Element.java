package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/// An element of a part of a Word document: its name and attributes, the elements in it, and the words of those that hold
/// words. It is all that reading asks for, and takes a fraction of what a DOM takes to build and to walk. Names are local, so
/// that the transitional and the strict name spaces are read alike.
final class Element {

    private static final String[] NONE = {};
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private final String name;
    /// Qualified name and value of each attribute in turn.
    private final String[] attributes;
    private List<Element> children = List.of();
    private final StringBuilder text = new StringBuilder(0);

    /// @param name without its prefix
    /// @param attributes qualified name and value of each in turn
    Element(String name, List<String> attributes) {
        this.name = name;
        this.attributes = attributes.toArray(NONE);
    }

    String name() {
        return name;
    }

    List<Element> children() {
        return children;
    }

    /// What is written in it, where [#holdsWords].
    String text() {
        return text.toString();
    }

    /// Whether text in it is words of the document; elsewhere it is only the layout of the file.
    boolean holdsWords() {
        return name.equals("t") || name.equals("instrText");
    }

    /// An attribute by its local name, empty where there is none; of several the one whose prefix comes first.
    String attribute(String local) {
        int found = -1;
        for (int i = 0; i < attributes.length; i += 2) {
            if (isNamed(attributes[i], local) && (found < 0 || attributes[i].compareTo(attributes[found]) < 0)) {
                found = i;
            }
        }
        return found < 0 ? "" : attributes[found + 1];
    }

    /// What a path of children leads to, by the first of each name.
    Optional<Element> child(String... path) {
        @Nullable Element at = this;
        for (var step : path) {
            at = at == null ? null : at.first(step);
        }
        return Optional.ofNullable(at);
    }

    private @Nullable Element first(String local) {
        for (var child : children) {
            if (child.name.equals(local)) {
                return child;
            }
        }
        return null;
    }

    /// The `w:val` at the end of a path of children.
    Optional<String> value(String... path) {
        return child(path).map(element -> element.attribute("val")).filter(value -> !value.isEmpty());
    }

    Optional<Integer> number(String... path) {
        return value(path).filter(value -> NUMBER.matcher(value).matches()).map(Integer::valueOf);
    }

    /// A switch such as `<w:vanish/>`: on where it stands without a value that says no.
    boolean isOn(String... path) {
        return child(path).map(element -> element.attribute("val"))
                .filter(value -> !value.equals("0") && !value.equals("false") && !value.equals("off")).isPresent();
    }

    void add(Element child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
    }

    void write(String words) {
        text.append(words);
    }

    /// The same element of a DOM, in which names may be without name spaces.
    static Element of(org.w3c.dom.Element other) {
        var attributes = new ArrayList<String>();
        for (int i = 0; i < other.getAttributes().getLength(); i++) {
            attributes.add(other.getAttributes().item(i).getNodeName());
            attributes.add(other.getAttributes().item(i).getNodeValue());
        }
        var element = new Element(other.getNodeName().substring(other.getNodeName().indexOf(':') + 1), attributes);
        if (element.holdsWords()) {
            element.write(other.getTextContent());
        }
        for (Node node = other.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof org.w3c.dom.Element child) {
                element.add(of(child));
            }
        }
        return element;
    }

    private static boolean isNamed(String qualified, String local) {
        int prefix = qualified.length() - local.length();
        return qualified.endsWith(local) && (prefix == 0 || prefix > 0 && qualified.charAt(prefix - 1) == ':');
    }
}
