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
        for (var child : numbering.children()) {
            switch (child.name()) {
                case "abstractNum" -> {
                    var id = child.attribute("abstractNumId");
                    lists.put(id, child);
                    child.value("styleLink").ifPresent(style -> styled.put(style, id));
                }
                case "num" -> instances.put(child.attribute("numId"), child);
                default -> { }
            }
        }
    }

    /// The printed number of a paragraph, empty where it has none.
    ///
    /// @param numPr the paragraph's or its style's numbering
    /// @param styleId the paragraph's style: a level may be tied to it, where the numbering names none
    String next(Element numPr, @Nullable String styleId) {
        var instanceId = numPr.value("numId").orElse("0");
        var instance = instances.get(instanceId);
        var listId = instance == null ? null : instance.value("abstractNumId").orElse(null);
        var list = listId == null ? null : resolve(listId);
        if (instance == null || list == null) {
            return "";
        }
        var levels = new ArrayList<ListLevel>();
        var elements = levels(list, instance);
        elements.forEach(element -> levels.add(level(element, levels.size())));
        int level = numPr.number("ilvl").orElseGet(() -> levelOf(styleId, elements));
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
        var link = list.value("numStyleLink").map(styled::get).map(lists::get);
        return link.orElse(list);
    }

    private void startOver(Element instance, String listId) {
        for (var override : instance.children()) {
            if (override.name().equals("lvlOverride")) {
                var start = override.number("startOverride");
                int level = integer(override.attribute("ilvl"));
                if (start.isPresent() && level >= 0 && level < 9) {
                    counters.restart(listId, level, start.get());
                }
            }
        }
    }

    private static List<Element> levels(Element list, Element instance) {
        var levels = new ArrayList<Element>();
        for (var child : list.children()) {
            if (child.name().equals("lvl") && levels.size() < 9) {
                levels.add(child);
            }
        }
        for (var override : instance.children()) {
            int level = integer(override.attribute("ilvl"));
            if (override.name().equals("lvlOverride") && level >= 0 && level < levels.size()) {
                override.child("lvl").ifPresent(lvl -> levels.set(level, lvl));
            }
        }
        return levels;
    }

    private static ListLevel level(Element lvl, int index) {
        var format = lvl.child("numFmt").or(() -> lvl.child("AlternateContent", "Fallback", "numFmt"))
                .map(element -> element.attribute("val")).orElse("decimal");
        var counting = Counting.named(format);
        var pattern = lvl.value("lvlText").orElse("");
        return new ListLevel(counting, counting == Counting.NONE ? pattern.replaceAll("%[1-9]", "") : pattern,
                lvl.number("start").orElse(0), lvl.number("lvlRestart").orElse(index),
                lvl.isOn("isLgl"));
    }

    private static int levelOf(@Nullable String styleId, List<Element> levels) {
        for (int i = 0; i < levels.size(); i++) {
            if (styleId != null && levels.get(i).value("pStyle").filter(styleId::equals).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    private static int integer(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }
}
