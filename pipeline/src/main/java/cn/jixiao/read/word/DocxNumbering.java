package cn.jixiao.read.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lists of a document (ECMA-376 part 1, 17.9): a paragraph names a list instance, which names an abstract list
/// and may override its levels. Instances of one abstract list count on together until one says where to start.
final class DocxNumbering {

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, Element> instances = new HashMap<>();
    private final Map<String, String> styled = new HashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final ListCounters counters = new ListCounters();

    DocxNumbering(@Nullable Element numbering) {
        if (numbering == null) {
            return;
        }
        for (var child : Xml.children(numbering)) {
            switch (Xml.name(child)) {
                case "abstractNum" -> {
                    var id = Xml.attribute(child, "abstractNumId");
                    lists.put(id, child);
                    Xml.value(child, "styleLink").ifPresent(style -> styled.put(style, id));
                }
                case "num" -> instances.put(Xml.attribute(child, "numId"), child);
                default -> { }
            }
        }
    }

    /// The printed number of a paragraph, empty where it has none.
    ///
    /// @param numPr the paragraph's or its style's numbering
    /// @param styleId the paragraph's style: a level may be tied to it, where the numbering names none
    String next(Element numPr, @Nullable String styleId) {
        var instanceId = Xml.value(numPr, "numId").orElse("0");
        var instance = instances.get(instanceId);
        var listId = instance == null ? null : Xml.value(instance, "abstractNumId").orElse(null);
        var list = listId == null ? null : resolve(listId);
        if (instance == null || list == null) {
            return "";
        }
        var levels = new ArrayList<ListLevel>();
        var elements = levels(list, instance);
        elements.forEach(element -> levels.add(level(element, levels.size())));
        int level = Xml.number(numPr, "ilvl").orElseGet(() -> levelOf(styleId, elements));
        if (begun.add(instanceId)) {
            startOver(instance, listId);
        }
        return counters.next(listId, level, levels);
    }

    private @Nullable Element resolve(String listId) {
        var list = lists.get(listId);
        if (list == null) {
            return null;
        }
        var link = Xml.value(list, "numStyleLink").map(styled::get).map(lists::get);
        return link.orElse(list);
    }

    private void startOver(Element instance, String listId) {
        for (var override : Xml.children(instance)) {
            if (Xml.name(override).equals("lvlOverride")) {
                var start = Xml.number(override, "startOverride");
                int level = integer(Xml.attribute(override, "ilvl"));
                if (start.isPresent() && level >= 0 && level < 9) {
                    counters.restart(listId, level, start.get());
                }
            }
        }
    }

    private static List<Element> levels(Element list, Element instance) {
        var levels = new ArrayList<Element>();
        for (var child : Xml.children(list)) {
            if (Xml.name(child).equals("lvl") && levels.size() < 9) {
                levels.add(child);
            }
        }
        for (var override : Xml.children(instance)) {
            int level = integer(Xml.attribute(override, "ilvl"));
            if (Xml.name(override).equals("lvlOverride") && level >= 0 && level < levels.size()) {
                Xml.child(override, "lvl").ifPresent(lvl -> levels.set(level, lvl));
            }
        }
        return levels;
    }

    private static ListLevel level(Element lvl, int index) {
        var format = Xml.child(lvl, "numFmt").or(() -> Xml.child(lvl, "AlternateContent", "Fallback", "numFmt"))
                .map(element -> Xml.attribute(element, "val")).orElse("decimal");
        var counting = Counting.named(format);
        var pattern = Xml.value(lvl, "lvlText").orElse("");
        return new ListLevel(counting, counting == Counting.NONE ? pattern.replaceAll("%[1-9]", "") : pattern,
                Xml.number(lvl, "start").orElse(0), Xml.number(lvl, "lvlRestart").orElse(index),
                Xml.isOn(lvl, "isLgl"));
    }

    private static int levelOf(@Nullable String styleId, List<Element> levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (styleId != null && Xml.value(levels.get(i), "pStyle").filter(styleId::equals).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    private static int integer(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }
}
