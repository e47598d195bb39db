package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Project;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What there is to say of a report without opening it.
///
/// @param source the first path it was imported from
/// @param sources every path that holds this content, by name
/// @param facts what it says of itself
/// @param projects their names, in order
/// @param pages 0 for formats without pages
/// @param chars of the canonical text, UTF-16 units
/// @param observations how many figures were read
/// @param alarms how many findings do not hold
/// @param problems what went wrong with the file
/// @param link the report that counts in its stead, or null where it counts itself
public record Report(String docId, String source, List<String> sources, String mediaType, Facts facts,
        List<String> projects, int pages, int chars, int observations, int alarms, Document.Status status,
        List<Problem> problems, @Nullable Link link) {

    public Report {
        sources = List.copyOf(sources);
        projects = List.copyOf(projects);
        problems = List.copyOf(problems);
    }

    public static Report of(Extraction extraction) {
        var document = extraction.document();
        var outline = extraction.outline();
        return new Report(document.id(), document.source(), List.of(document.source()), document.mediaType(),
                outline.facts(), outline.projects().stream().map(Project::name).toList(), document.pages().size(),
                document.text().length(), extraction.observations().size(),
                (int) extraction.findings().stream().filter(finding -> !finding.holds()).count(),
                document.status(), document.problems(), null);
    }

    Report with(List<String> allSources, @Nullable Link itsLink) {
        return new Report(docId, source, allSources, mediaType, facts, projects, pages, chars, observations, alarms,
                status, problems, itsLink);
    }

    /// What people call it: its title, or its file's name where it has none.
    public String shownTitle() {
        var title = facts.title();
        return title == null || title.isBlank() ? name() : title;
    }

    /// The last name of the source: `report.doc`.
    public String name() {
        return source.substring(source.lastIndexOf('/') + 1);
    }
}
