package cn.jixiao.structure;

import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Section;
import java.util.List;

/// Finds the projects a report is about.
///
/// Several only where the report tells of each under a heading, a form or a row of its own; else the one that form,
/// title or first lines name, which the whole text speaks of.
public final class ProjectFinder {

    private final ProjectWords words;
    private final ProjectName names;

    public ProjectFinder(ProjectWords words) {
        this.words = words;
        this.names = new ProjectName(words);
    }

    /// In order of appearance; empty where the report names none.
    public List<Project> find(Document document, Facts facts, List<Section> sections, List<Grid> grids) {
        var title = names.fromTitle(facts);
        var forms = ProjectTables.forms(document, grids, names);
        var several = new ProjectList(document.text());
        var items = ProjectSections.items(sections);
        items.forEach(item -> several.add(names.plain(item.title()), item.span(), "item" + item.number()));
        forms.forEach(form -> several.add(form.name(), form.span(), ""));
        boolean single = !title.isEmpty() && !words.isFamily(title);
        ProjectSections.siblings(sections, words, single ? 1 : Integer.MAX_VALUE)
                .forEach(section -> several.add(names.plain(section.title()), section.span(), ""));
        var rows = ProjectTables.rows(document, grids, names, words);
        if (!single || rows.stream().filter(row -> several.knows(row.name())).count() > 1) {
            rows.forEach(row -> several.add(row.name(), row.span(), ""));
        }
        if (several.size() > 1) {
            several.addClauses(document);
            return several.projects();
        }
        return one(document, several, title, sections);
    }

    private List<Project> one(Document document, ProjectList known, String title, List<Section> sections) {
        var name = known.size() == 1 && title.isEmpty() ? known.first() : title;
        if (name.isEmpty() || words.isGeneric(name)) {
            name = known.size() == 1 ? known.first() : names.fromText(document, sections);
        }
        return name.isEmpty() || document.text().isEmpty() ? List.of()
                : List.of(new Project(name, List.of(new Span(0, document.text().length()))));
    }
}
