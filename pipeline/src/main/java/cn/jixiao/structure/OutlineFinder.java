package cn.jixiao.structure;

import cn.jixiao.dictionary.Forms;
import cn.jixiao.dictionary.Headings;
import cn.jixiao.dictionary.ProjectWords;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Document;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Outline;
import java.util.function.Function;

/// Finds a report's structure: facts, sections, sentences, projects, and every table's headings. Thread-safe.
public final class OutlineFinder {

    private final Function<Document, Facts> facts;
    private final SectionFinder sections;
    private final SentenceFinder sentences = new SentenceFinder();
    private final ProjectFinder projects;
    private final GridFinder grids;

    /// @param facts what the report says of itself
    public OutlineFinder(Function<Document, Facts> facts, Forms forms, Headings headings, ProjectWords projects) {
        this.facts = facts;
        this.sections = new SectionFinder(headings);
        this.projects = new ProjectFinder(projects);
        this.grids = new GridFinder(forms);
    }

    /// With the vocabularies of the dictionaries.
    ///
    /// @throws cn.jixiao.dictionary.DictionaryException if one is broken
    public static OutlineFinder of(Shelf shelf, Function<Document, Facts> facts) {
        return new OutlineFinder(facts, Forms.load(shelf), Headings.load(shelf), ProjectWords.load(shelf));
    }

    public Outline find(Document document) {
        var said = facts.apply(document);
        var parts = sections.find(document);
        var tables = grids.find(document);
        return new Outline(said, parts, sentences.find(document), projects.find(document, said, parts, tables), tables);
    }
}
