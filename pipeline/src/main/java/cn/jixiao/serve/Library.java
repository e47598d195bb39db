package cn.jixiao.serve;

import cn.jixiao.ask.IndicatorNames;
import cn.jixiao.check.Checker;
import cn.jixiao.compare.Comparer;
import cn.jixiao.compare.Knowledge;
import cn.jixiao.compare.Naming;
import cn.jixiao.compare.Places;
import cn.jixiao.dictionary.CellRules;
import cn.jixiao.dictionary.DerivedIndicators;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Indicators;
import cn.jixiao.dictionary.Regions;
import cn.jixiao.dictionary.Relations;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.dictionary.Synonyms;
import cn.jixiao.export.Labels;
import cn.jixiao.index.RecordStore;
import cn.jixiao.index.Records;
import cn.jixiao.index.Workspace;
import cn.jixiao.ingest.Importer;
import cn.jixiao.ingest.Settings;
import cn.jixiao.observation.Indicator;
import cn.jixiao.review.Corrections;
import java.time.Clock;
import java.util.function.Supplier;

/// The workspace that is shown, and what is known beside it.
///
/// @param store where its records are: the workspace itself, or an index on servers
/// @param corrections what persons said about the reports
/// @param dictionaries all of them, asked for when something is imported
public record Library(Workspace workspace, RecordStore store, Shelf shelf, Supplier<Dictionaries> dictionaries, Indicators indicators,
        Regions regions, DerivedIndicators derived, CellRules cellRules, Relations relations, Knowledge knowledge,
        Corrections corrections) {

    /// @throws cn.jixiao.dictionary.DictionaryException if an entry is broken
    public static Library of(Workspace workspace, Shelf shelf, Supplier<Dictionaries> dictionaries) {
        return of(workspace, shelf, dictionaries, Clock.systemUTC());
    }

    /// @param clock tells when somebody corrects something
    public static Library of(Workspace bare, Shelf shelf, Supplier<Dictionaries> dictionaries, Clock clock) {
        var relations = Relations.load(shelf);
        var corrections = new Corrections(bare.folder(), clock, () -> Checker.of(relations));
        var workspace = new Workspace(bare.folder(), bare.lexicon(), corrections);
        var indicators = Indicators.load(shelf);
        var regions = Regions.load(shelf);
        var derived = DerivedIndicators.load(shelf);
        var rules = CellRules.load(shelf);
        return new Library(workspace, workspace, shelf, dictionaries, indicators, regions, derived, rules, relations,
                new Knowledge(indicators::find, derived, rules, Synonyms.units(shelf), Places.of(regions)), corrections);
    }

    /// The same with its records elsewhere. Nothing is imported or corrected there by visitors.
    public Library at(RecordStore elsewhere) {
        return new Library(workspace, elsewhere, shelf, dictionaries, indicators, regions, derived, cellRules, relations, knowledge,
                corrections);
    }

    /// Whether visitors may import and correct.
    public boolean isOpen() {
        return store == workspace;
    }

    public Comparer comparer(Records records) {
        return new Comparer(records, knowledge);
    }

    /// What people mean by the words they ask with.
    public Naming naming() {
        return new Naming(indicators, derived, regions);
    }

    public IndicatorNames indicatorNames() {
        return new IndicatorNames(this::naming);
    }

    public Labels labels(Words words) {
        return Labels.of(words.locale()).with(cellRules);
    }

    public Importer importer(Settings settings) {
        return new Importer(workspace, shelf, dictionaries, settings);
    }

    /// The indicator's name in the language, or its id where the dictionary has none.
    public String indicatorName(String id, Words words) {
        return indicators.find(id).map(each -> name(each, words)).orElse(id);
    }

    /// What a table of a comparison is about, in the language; a formula stands as it was written.
    public String subjectName(String id, Words words) {
        int colon = id.indexOf(':');
        if (colon > 0) {
            return subjectName(id.substring(colon + 1), words) + ' ' + subjectName(id.substring(0, colon), words);
        }
        return indicators.find(id).map(each -> name(each, words)).or(() -> derived.find(id)
                .map(each -> words.chinese() ? each.name() : each.englishName())).orElse(id);
    }

    /// What a rule of checking is called; the dictionary has Chinese titles, programs and English readers its name.
    public String ruleName(String rule, Words words) {
        return words.chinese() ? relations.title(rule) : rule;
    }

    private static String name(Indicator indicator, Words words) {
        return words.chinese() ? indicator.name() : indicator.englishName();
    }
}
