package cn.jixiao.observation;

import cn.jixiao.document.Span;
import java.util.List;

/// A project that a report is about.
///
/// @param name as the report names it, without its number
/// @param spans the parts of the text that speak of it, in order, not overlapping; item N of one part and item N of
///              another are the same project
public record Project(String name, List<Span> spans) {

    public Project {
        spans = List.copyOf(spans);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a project needs a name: " + spans);
        }
    }
}
