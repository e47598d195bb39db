package cn.jixiao.structure;

import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Section;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sections that each tell of one project.
final class ProjectSections {

    /// An item that says it is one: 项目3：….
    record Item(String number, String title, Span span) {
    }

    private ProjectSections() {
    }

    /// 项目1, 项目2 and so on, wherever they stand.
    static List<Item> items(List<Section> sections) {
        var found = new ArrayList<Item>();
        for (var section : sections) {
            int at = section.number().indexOf("项目");
            if (at >= 0) {
                found.add(new Item(number(section.number()), section.title(), section.span()));
            }
        }
        return found;
    }

    private static String number(String printed) {
        var digits = new StringBuilder();
        printed.chars().filter(c -> Character.isDigit(c) || "一二三四五六七八九十".indexOf(c) >= 0)
                .forEach(c -> digits.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : (char) c));
        return digits.toString();
    }

    /// Sections side by side of which at least two and at least half are called like projects.
    ///
    /// @param deepest level of a section that counts
    static List<Section> siblings(List<Section> sections, ProjectWords words, int deepest) {
        var found = new ArrayList<Section>();
        for (var group : groups(sections)) {
            var named = group.stream().filter(section -> words.isName(section.title().strip())).toList();
            if (named.size() >= 2 && named.size() * 2 >= group.size() && named.getFirst().level() <= deepest) {
                found.addAll(named);
            }
        }
        return found;
    }

    private static List<List<Section>> groups(List<Section> sections) {
        Map<String, List<Section>> groups = new LinkedHashMap<>();
        Deque<Section> around = new ArrayDeque<>();
        for (var section : sections) {
            if (section.number().contains("项目")) {
                continue;
            }
            while (!around.isEmpty() && around.peek().span().end() <= section.span().start()) {
                around.pop();
            }
            int parent = around.isEmpty() ? -1 : around.peek().span().start();
            groups.computeIfAbsent(parent + "/" + section.level(), any -> new ArrayList<>()).add(section);
            around.push(section);
        }
        return List.copyOf(groups.values());
    }
}
