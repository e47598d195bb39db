package cn.jixiao.observation;

import cn.jixiao.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A report's structure.
///
/// @param sections by start; nesting shows in their spans
/// @param sentences of running text and of table cells that hold prose, by start, not overlapping
/// @param projects in order of appearance; empty where the report names none
/// @param grids one for each table, in order
public record Outline(Facts facts, List<Section> sections, List<Span> sentences, List<Project> projects, List<Grid> grids) {

    /// Of a document without text.
    public static final Outline NONE = new Outline(Facts.UNKNOWN, List.of(), List.of(), List.of(), List.of());

    public Outline {
        sections = List.copyOf(sections);
        sentences = List.copyOf(sentences);
        projects = List.copyOf(projects);
        grids = List.copyOf(grids);
    }

    /// The sections around an offset, outermost first.
    public List<Section> path(int offset) {
        // Asked of every figure by several stages.
        var path = new ArrayList<Section>();
        for (var section : sections) {
            if (section.span().contains(offset)) {
                path.add(section);
            }
        }
        return path;
    }

    /// The sentence around an offset.
    public Optional<Span> sentence(int offset) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            var sentence = sentences.get(middle);
            if (sentence.contains(offset)) {
                return Optional.of(sentence);
            }
            if (sentence.start() > offset) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Optional.empty();
    }

    /// The project an offset speaks of: the one whose smallest span holds it.
    public Optional<Project> project(int offset) {
        Project nearest = null;
        int length = Integer.MAX_VALUE;
        for (var project : projects) {
            for (var span : project.spans()) {
                if (span.contains(offset) && span.length() < length) {
                    nearest = project;
                    length = span.length();
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    /// The table around an offset.
    public Optional<Grid> grid(int offset) {
        return grids.stream().filter(grid -> grid.table().span().contains(offset)).reduce((outer, inner) -> inner);
    }
}
