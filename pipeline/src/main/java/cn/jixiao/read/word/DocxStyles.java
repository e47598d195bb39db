package cn.jixiao.read.word;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The paragraph styles of a document, each seen through those it is based on.
final class DocxStyles {

    private static final int DEEPEST = 20;

    private final Map<String, Element> byId = new HashMap<>();
    private @Nullable String fallback;

    DocxStyles(@Nullable Element styles) {
        if (styles == null) {
            return;
        }
        for (var style : styles.children()) {
            if (style.name().equals("style") && style.attribute("type").equals("paragraph")) {
                byId.put(style.attribute("styleId"), style);
                if (style.attribute("default").matches("1|true|on")) {
                    fallback = style.attribute("styleId");
                }
            }
        }
    }

    /// The heading level that a style gives, 1 for the outermost; empty for body text.
    Optional<Integer> headingLevel(Element paragraph) {
        var own = paragraph.number("pPr", "outlineLvl");
        var outline = own.isPresent() ? own
                : inherited(paragraph, style -> style.number("pPr", "outlineLvl"));
        if (outline.isPresent()) {
            return outline.filter(level -> level >= 0 && level < 9).map(level -> level + 1);
        }
        return inherited(paragraph, style -> StyleNames.headingLevel(name(style)));
    }

    boolean isContents(Element paragraph) {
        return inherited(paragraph, style -> StyleNames.isContents(name(style)) ? Optional.of(true)
                : Optional.<Boolean>empty()).isPresent();
    }

    /// The numbering a paragraph has, its own or its style's.
    Optional<Element> numbering(Element paragraph) {
        var own = paragraph.child("pPr", "numPr");
        return own.isPresent() ? own : inherited(paragraph, style -> style.child("pPr", "numPr"));
    }

    Optional<String> styleId(Element paragraph) {
        return paragraph.value("pPr", "pStyle");
    }

    private <T> Optional<T> inherited(Element paragraph, Function<Element, Optional<T>> property) {
        var id = styleId(paragraph).orElse(fallback);
        for (int depth = 0; id != null && depth < DEEPEST; depth++) {
            var style = byId.get(id);
            if (style == null) {
                break;
            }
            var found = property.apply(style);
            if (found.isPresent()) {
                return found;
            }
            id = style.value("basedOn").orElse(null);
        }
        return Optional.empty();
    }

    private static String name(Element style) {
        return style.value("name").orElse("");
    }
}
