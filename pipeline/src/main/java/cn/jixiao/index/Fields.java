package cn.jixiao.index;

/// The names of the index's fields, those that queries may use among them as people write them.
final class Fields {

    /// What a Lucene document is: one of the constants below it.
    static final String RECORD = "record";
    static final String REPORT = "report";
    static final String PASSAGE = "passage";
    static final String OBSERVATION = "observation";
    /// A sentence that the observations before it were read in.
    static final String SENTENCE = "sentence";
    static final String FINDING = "finding";
    static final String BODY = "body";
    static final String SOURCE_ENTRY = "source_entry";
    static final String LINKS = "links";

    /// Identity of the report that a record belongs to.
    static final String DOC_ID = "doc_id";
    /// The record itself, as JSON.
    static final String STORED = "stored";
    /// What a report is like, see [Fingerprint].
    static final String FINGERPRINT = "fingerprint";
    /// Text by its characters, in which every string is found.
    static final String CHARS = "chars";
    /// Text by its words, for ranking.
    static final String WORDS = "words";
    /// A source entry as a column: an import reads all of them, and nothing of the reports between them.
    static final String ENTRY = "entry";
    /// The path of a source entry.
    static final String PATH = "path";
    /// `true` on observations without a breakdown.
    static final String WHOLE = "whole";
    /// `true` on the body of a report over which a person laid something.
    static final String LAID = "laid";
    /// Indicator of a [Series]; no other document has this field.
    static final String SERIES = "series";
    /// Codes of the area of a series and of those around it.
    static final String SERIES_AREA = "series_area";
    /// Position of a passage in the canonical text.
    static final String START = "start";
    /// Suffix of the fields that facets count and sorting uses.
    static final String EXACT = "_exact";

    private Fields() {
    }
}
