package cn.jixiao.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How projects are called, from `projects.yaml`.
public final class ProjectWords {

    private static final Set<String> KEYS = Set.of("endings", "generic", "families", "report", "before", "common",
            "offices", "all", "whole");
    private static final int SHORTEST = 4;
    private static final int LONGEST = 45;

    private final Map<String, List<String>> words = new HashMap<>();

    private ProjectWords() {
    }

    /// @throws DictionaryException if an entry is broken
    public static ProjectWords load(Shelf shelf) {
        var found = new ProjectWords();
        for (var book : shelf.books("projects", ".yaml")) {
            for (var entry : book.entries()) {
                entry.allow(KEYS);
                KEYS.forEach(key -> found.words.computeIfAbsent(key, any -> new ArrayList<>()).addAll(entry.texts(key)));
            }
        }
        return found;
    }

    /// Whether the words could be the name of one project, by how they end.
    public boolean isName(String words) {
        return words.length() >= SHORTEST && words.length() <= LONGEST && !isGeneric(words)
                && list("endings").stream().anyMatch(ending -> words.endsWith(ending) && words.length() > ending.length() + 1);
    }

    /// Whether the words speak of projects in general, or of none.
    public boolean isGeneric(String words) {
        return words.length() < 2 || list("generic").contains(words);
    }

    /// Whether the words name money for many projects.
    public boolean isFamily(String words) {
        return words.isEmpty() || isGeneric(words) || list("families").stream().anyMatch(words::contains);
    }

    /// Where in a title the name of the project ends; the title's length if it does not say.
    public int endOfName(String title) {
        return list("report").stream().mapToInt(title::indexOf).filter(at -> at >= 0).min().orElse(title.length());
    }

    /// Whether a word before 项目 tells no project from another.
    public boolean isCommon(String words) {
        return list("common").contains(words);
    }

    /// Whether a line speaks of all projects.
    public boolean isOfAll(String line) {
        return list("all").stream().anyMatch(line::startsWith);
    }

    /// Whether a title says that the report is about all of a department's money, and so about no project.
    public boolean isOfWhole(String title) {
        return list("whole").stream().anyMatch(title::contains);
    }

    /// Where in a title the name of an agency may end.
    public List<String> offices() {
        return list("offices");
    }

    /// What a title may say before the project's name.
    public List<String> before() {
        return list("before");
    }

    private List<String> list(String key) {
        return words.getOrDefault(key, List.of());
    }
}
