package cn.jixiao.structure;

import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Grid;
import cn.jixiao.observation.Project;
import cn.jixiao.observation.Section;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        boolean single = !title.isEmpty() && !words.isFamily(title);
        var forms = ProjectTables.forms(document, grids, names);
        var several = new ProjectList(document.text(), words);
        ProjectSections.items(sections).forEach(item -> several.add(names.plain(item.title()), own(document, item.span()), item.number()));
        forms.forEach(form -> several.add(form.name(), form.span(), ""));
        ProjectSummaries.find(document, sections).forEach(each -> several.add(names.plain(each.name()), own(document, each.span()), ""));
        ProjectSections.siblings(sections, words, single ? 1 : Integer.MAX_VALUE)
                .forEach(section -> several.add(names.plain(section.title()), own(document, section.span()), ""));
        addRows(several, ProjectTables.rows(document, grids, names, words), sections, single);
        if (several.size() > 1) {
            several.addClauses(document);
            return several.projects();
        }
        var name = forms.isEmpty() ? nameOf(document, facts, several, title, sections) : forms.getFirst().name();
        return name.isEmpty() || document.text().isEmpty() ? List.of()
                : List.of(new Project(name, List.of(new Span(0, document.text().length()))));
    }

    /// The part of a section before a line that speaks of all projects again.
    private Span own(Document document, Span section) {
        var text = document.text();
        for (int feed = text.indexOf('\n', section.start()); feed >= 0 && feed < section.end(); feed = text.indexOf('\n', feed + 1)) {
            if (words.isOfAll(text.substring(feed + 1, Math.min(section.end(), feed + 20)).strip())) {
                return new Span(section.start(), feed);
            }
        }
        return section;
    }

    /// Rows of a table are projects where the column says so, unless the report is about one project and only
    /// divides its money; then, and where the column says less, parts of the report must tell of them too.
    private void addRows(ProjectList several, List<ProjectTables.Row> rows, List<Section> sections, boolean single) {
        var told = told(rows, sections);
        boolean known = rows.stream().filter(row -> several.knows(row.name())).count() > 1;
        for (var row : rows) {
            if (told.size() > 1 || known || row.sure() && !single) {
                several.add(row.name(), row.span(), "");
            }
        }
        if (told.size() > 1) {
            sections.stream().filter(section -> told.contains(names.plain(section.title())))
                    .forEach(section -> several.add(names.plain(section.title()), section.span(), ""));
        }
    }

    private Set<String> told(List<ProjectTables.Row> rows, List<Section> sections) {
        var titles = sections.stream().map(section -> names.plain(section.title())).collect(Collectors.toSet());
        return rows.stream().map(ProjectTables.Row::name).filter(titles::contains).collect(Collectors.toSet());
    }

    private String nameOf(Document document, Facts facts, ProjectList known, String title, List<Section> sections) {
        if (!title.isEmpty() && !words.isGeneric(title)) {
            return title;
        }
        if (known.size() == 1) {
            return known.first();
        }
        boolean whole = facts.title() != null && words.isOfWhole(facts.title());
        return whole ? "" : names.fromText(document, sections);
    }
}
