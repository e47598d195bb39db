package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Walks WordprocessingML by local names, so that the transitional and the strict name spaces are read alike.
final class Xml {

    private Xml() {
    }

    static List<Element> children(Node parent) {
        var children = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<Element> child(Node parent, String... path) {
        Node at = parent;
        for (var name : path) {
            var found = children(at).stream().filter(child -> name(child).equals(name)).findFirst();
            if (found.isEmpty()) {
                return Optional.empty();
            }
            at = found.get();
        }
        return Optional.of((Element) at);
    }

    static String name(Element element) {
        return local(element);
    }

    /// A parser that forgives cut files knows no name spaces.
    private static String local(Node node) {
        var local = node.getLocalName();
        return local == null || local.indexOf(':') >= 0
                ? node.getNodeName().substring(node.getNodeName().indexOf(':') + 1) : local;
    }

    /// An attribute by its local name, empty where there is none.
    static String attribute(Element element, String name) {
        var attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            if (name.equals(local(attributes.item(i)))) {
                return attributes.item(i).getNodeValue();
            }
        }
        return "";
    }

    /// The `w:val` at the end of a path of children.
    static Optional<String> value(Node parent, String... path) {
        return child(parent, path).map(element -> attribute(element, "val")).filter(value -> !value.isEmpty());
    }

    static Optional<Integer> number(Node parent, String... path) {
        return value(parent, path).filter(value -> value.matches("-?[0-9]{1,9}")).map(Integer::valueOf);
    }

    /// A switch such as `<w:vanish/>`: on where it stands without a value that says no.
    static boolean isOn(Node parent, String... path) {
        return child(parent, path).map(element -> attribute(element, "val"))
                .filter(value -> !value.equals("0") && !value.equals("false") && !value.equals("off")).isPresent();
    }
}
