package cn.jixiao.dictionary;

/// All knowledge that the stages need, read once from one shelf and shared by all threads.
public record Dictionaries(Shelf shelf, Indicators indicators, Vocabulary vocabulary, Units units, Exclusions exclusions,
        Regions regions, FactWords factWords, Forms forms, Headings headings, ProjectWords projectWords,
        Relations relations) {

    /// @throws DictionaryException naming file and line of the first broken entry
    public static Dictionaries load(Shelf shelf) {
        return new Dictionaries(shelf, Indicators.load(shelf), Vocabulary.load(shelf), Units.load(shelf),
                Exclusions.load(shelf), Regions.load(shelf), FactWords.load(shelf), Forms.load(shelf), Headings.load(shelf),
                ProjectWords.load(shelf), Relations.load(shelf));
    }
}
