package cn.jixiao.read.word;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Walks WordprocessingML by local names, so that the transitional and the strict name spaces are read alike.
final class Xml {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,9}");

    private Xml() {
    }

    static List<Element> children(Element parent) {
        return parent.children();
    }

    static Optional<Element> child(Element parent, String... path) {
        Element at = parent;
        for (var name : path) {
            at = at == null ? null : first(at, name);
        }
        return Optional.ofNullable(at);
    }

    private static @Nullable Element first(Element parent, String name) {
        for (var child : parent.children()) {
            if (child.name().equals(name)) {
                return child;
            }
        }
        return null;
    }

    static String name(Element element) {
        return element.name();
    }

    /// An attribute by its local name, empty where there is none.
    static String attribute(Element element, String name) {
        return element.attribute(name);
    }

    /// The `w:val` at the end of a path of children.
    static Optional<String> value(Element parent, String... path) {
        return child(parent, path).map(element -> attribute(element, "val")).filter(value -> !value.isEmpty());
    }

    static Optional<Integer> number(Element parent, String... path) {
        return value(parent, path).filter(value -> NUMBER.matcher(value).matches()).map(Integer::valueOf);
    }

    /// A switch such as `<w:vanish/>`: on where it stands without a value that says no.
    static boolean isOn(Element parent, String... path) {
        return child(parent, path).map(element -> attribute(element, "val"))
                .filter(value -> !value.equals("0") && !value.equals("false") && !value.equals("off")).isPresent();
    }
}
