package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Facts;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observation.Region;
import cn.jixiao.record.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.DoubleDocValuesField;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One report as a block of Lucene documents: the report, its body, its passages, observations and findings, in that
/// order, each by place, and last the series of its figures. A block stays together, so document order is the order of the report.
final class RecordDocuments {

    /// What an extraction holds beyond the report's own line and its figures.
    ///
    /// @param read figures and findings as the program made them, null where nobody laid anything over them
    record Body(Document document, Outline outline, Mentions mentions, @Nullable AsRead read) {
    }

    /// What the program made of a report over which a person laid something.
    record AsRead(List<Observation> observations, List<Finding> findings) {
    }

    /// Keywords longer than this are cut; Lucene refuses terms above 32 KB.
    private static final int LONGEST_KEYWORD = 2000;

    /// Counted, but without their places: no query asks which words stand side by side.
    private static final FieldType WORDS = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        WORDS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        WORDS.freeze();
    }

    private final Report report;
    private final Extraction extraction;
    private final Extraction read;
    private final CutText words;
    private final List<org.apache.lucene.document.Document> block = new ArrayList<>();
    /// Fields that many records of a report have alike are made once, whatever record they go into.
    private final List<Field> kind;
    private final List<Field> facts;
    private final Map<Place, List<Field>> places = new HashMap<>();
    private final Field docId;
    private final Field docIdOnly;
    private final Field source;

    /// What a record is told of.
    private record Place(@Nullable Region region, @Nullable String agency, @Nullable Integer year) {
    }

    private RecordDocuments(Extraction read, Extraction shown, Lexicon lexicon) {
        this.read = read;
        this.extraction = shown;
        this.words = CutText.of(lexicon, extraction.document().text());
        this.report = Report.of(extraction);
        this.docId = new StringField(Fields.DOC_ID, report.docId(), Store.YES);
        this.docIdOnly = new StringField(Fields.DOC_ID, report.docId(), Store.NO);
        this.source = new SortedDocValuesField("source" + Fields.EXACT, new BytesRef(cut(report.source())));
        this.kind = kind(report);
        this.facts = facts(report.facts());
    }

    /// @param read as the program made it; @param shown with what persons laid over it, the same where they laid nothing
    static List<org.apache.lucene.document.Document> of(Extraction read, Extraction shown, Lexicon lexicon) {
        var making = new RecordDocuments(read, shown, lexicon);
        making.report();
        making.body();
        Passage.of(shown).forEach(making::passage);
        shown.findings().forEach(making::finding);
        Series.of(shown.observations(), making.observations()).forEach(making::series);
        return making.block;
    }

    /// The one record of all reports that step back behind another.
    static org.apache.lucene.document.Document of(Links links) {
        var made = new org.apache.lucene.document.Document();
        keyword(made, Fields.RECORD, Fields.LINKS);
        made.add(new StoredField(Fields.STORED, Json.packed(links)));
        return made;
    }

    static org.apache.lucene.document.Document of(Filed filed) {
        var made = new org.apache.lucene.document.Document();
        keyword(made, Fields.RECORD, Fields.SOURCE_ENTRY);
        keyword(made, Fields.PATH, filed.entry().path());
        made.add(new BinaryDocValuesField(Fields.ENTRY, new BytesRef(Json.bytes(filed))));
        return made;
    }

    private void report() {
        var made = start(Fields.REPORT);
        made.add(new StoredField(Fields.STORED, Json.bytes(report)));
        made.add(new StoredField(Fields.FINGERPRINT, Fingerprint.of(extraction.document()).bytes()));
        text(made, extraction.document().text(), words.tokens());
        facts.forEach(made::add);
        var indicators = new TreeSet<String>();
        extraction.observations().stream().map(Observation::indicator).filter(java.util.Objects::nonNull)
                .forEach(indicators::add);
        indicators.forEach(indicator -> facet(made, "indicator", indicator));
        report.projects().forEach(project -> named(made, "project", project));
        var alarms = extraction.findings().stream().filter(each -> !each.holds()).toList();
        alarms.stream().map(Finding::rule).distinct().forEach(rule -> facet(made, "rule", rule.toLowerCase(Locale.ROOT)));
        alarms.stream().map(Finding::severity).distinct().forEach(each -> facet(made, "severity", each.key()));
        Columns.of(report, made);
    }

    private void body() {
        var made = start(Fields.BODY);
        boolean laid = read != extraction;
        var body = new Body(extraction.document(), extraction.outline(), extraction.mentions(),
                laid ? new AsRead(read.observations(), read.findings()) : null);
        if (laid) {
            keyword(made, Fields.LAID, "true");
        }
        made.add(new StoredField(Fields.STORED, Json.packed(body)));
    }

    private void passage(Passage passage) {
        var made = start(Fields.PASSAGE);
        made.add(new StoredField(Fields.STORED, passage.text()));
        made.add(new StoredField(Fields.START, passage.span().start()));
        text(made, passage.text(), words.tokens(passage.span()));
        facts.forEach(made::add);
        extraction.outline().project(passage.span().start())
                .ifPresent(project -> named(made, "project", project.name()));
    }

    /// The observations, those of one sentence followed by the sentence, see [Sentences]. Answers where each one stands.
    private int[] observations() {
        var all = extraction.observations();
        var places = new int[all.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = block.size();
            observation(all.get(i));
            var sentence = all.get(i).evidence().sentence();
            if (i + 1 == places.length || !sentence.equals(all.get(i + 1).evidence().sentence())) {
                sentence(sentence);
            }
        }
        return places;
    }

    private void sentence(String words) {
        var made = new org.apache.lucene.document.Document();
        keyword(made, Fields.RECORD, Fields.SENTENCE);
        made.add(docIdOnly);
        made.add(new TextField(Fields.CHARS, words, Store.NO));
        block.add(made);
    }

    private void observation(Observation observation) {
        var made = start(Fields.OBSERVATION);
        made.add(new StoredField(Fields.STORED, Json.bytes(observation)));
        places.computeIfAbsent(new Place(observation.region(), observation.agency(), observation.year()), RecordDocuments::place)
                .forEach(made::add);
        kind.forEach(made::add);
        named(made, "project", observation.project());
        named(made, "label", observation.label());
        named(made, "breakdown", observation.breakdown());
        if (observation.breakdown() == null) {
            keyword(made, Fields.WHOLE, "true");
        }
        if (observation.indicator() != null) {
            facet(made, "indicator", observation.indicator());
        }
        var quantity = observation.quantity();
        keyword(made, "kind", quantity.kind().key());
        keyword(made, "role", observation.role().key());
        keyword(made, "unit", Folding.key(quantity.unit()));
        keyword(made, "comparator", quantity.comparator().symbol());
        decimal(made, "value", quantity.value().doubleValue());
        decimal(made, "confidence", observation.confidence());
        observation.rules().forEach(rule -> keyword(made, "rule", rule.toLowerCase(Locale.ROOT)));
    }

    /// Fields of its own, so that a comparison meets nothing but series.
    private void series(Series series) {
        int place = block.size();
        var made = new org.apache.lucene.document.Document();
        made.add(docIdOnly);
        made.add(source);
        keyword(made, Fields.SERIES, series.key().indicator());
        if (series.key().region() != null) {
            codes(series.key().region()).forEach(code -> keyword(made, Fields.SERIES_AREA, code));
        }
        Columns.of(series, report.docId(), place, made);
        block.add(made);
    }

    private void finding(Finding finding) {
        var made = start(Fields.FINDING);
        made.add(new StoredField(Fields.STORED, Json.bytes(finding)));
        // Messages are our own sentences: they are found by their characters, and not ranked by words.
        made.add(new TextField(Fields.CHARS, finding.message(), Store.NO));
        facts.forEach(made::add);
        facet(made, "rule", finding.rule().toLowerCase(Locale.ROOT));
        keyword(made, "severity", finding.severity().key());
        if (!finding.holds()) {
            exact(made, "severity", finding.severity().key());
        }
        keyword(made, "holds", Boolean.toString(finding.holds()));
    }

    private org.apache.lucene.document.Document start(String record) {
        var made = new org.apache.lucene.document.Document();
        keyword(made, Fields.RECORD, record);
        made.add(docId);
        made.add(source);
        block.add(made);
        return made;
    }

    private static void text(org.apache.lucene.document.Document made, String text, TokenStream itsWords) {
        made.add(new TextField(Fields.CHARS, text, Store.NO));
        made.add(new Field(Fields.WORDS, itsWords, WORDS));
    }

    private List<Field> facts(Facts facts) {
        var made = new org.apache.lucene.document.Document();
        place(new Place(facts.region(), facts.agency(), facts.year())).forEach(made::add);
        kind.forEach(made::add);
        named(made, "evaluator", facts.evaluator());
        return fields(made);
    }

    private static List<Field> place(Place place) {
        var made = new org.apache.lucene.document.Document();
        var region = place.region();
        if (region != null) {
            named(made, "region", region.fullName());
            exact(made, "region", region.fullName());
            codes(region).forEach(code -> keyword(made, "region_code", code));
            exact(made, "province", province(region));
            if (region.level() != Region.Level.PROVINCE) {
                exact(made, "prefecture", prefecture(region));
            }
        }
        if (place.agency() != null) {
            named(made, "agency", place.agency());
            exact(made, "agency", place.agency());
        }
        if (place.year() != null) {
            made.add(new IntPoint("year", place.year()));
            made.add(new NumericDocValuesField("year", place.year()));
            exact(made, "year", Integer.toString(place.year()));
        }
        return fields(made);
    }

    private static List<Field> kind(Report report) {
        var made = new org.apache.lucene.document.Document();
        facet(made, "type", report.facts().type().key());
        facet(made, "status", report.status().name().toLowerCase(Locale.ROOT));
        named(made, "source", report.source());
        named(made, "title", report.facts().title());
        return fields(made);
    }

    private static List<Field> fields(org.apache.lucene.document.Document made) {
        return made.getFields().stream().map(Field.class::cast).toList();
    }

    /// A region's own code and those of the areas around it.
    private static TreeSet<String> codes(Region region) {
        var codes = new TreeSet<String>(List.of(region.code(), province(region)));
        if (region.level() != Region.Level.PROVINCE) {
            codes.add(prefecture(region));
        }
        if (region.parent() != null) {
            codes.add(region.parent());
        }
        return codes;
    }

    /// GB/T 2260 counts two digits a level.
    private static String province(Region region) {
        return region.code().substring(0, 2) + "0000";
    }

    private static String prefecture(Region region) {
        return region.code().substring(0, 4) + "00";
    }

    private static void named(org.apache.lucene.document.Document made, String field, @Nullable String value) {
        if (value != null) {
            keyword(made, field, Folding.key(value));
        }
    }

    private static void facet(org.apache.lucene.document.Document made, String field, String value) {
        keyword(made, field, value);
        exact(made, field, value);
    }

    private static void exact(org.apache.lucene.document.Document made, String field, String value) {
        made.add(new SortedSetDocValuesField(field + Fields.EXACT, new BytesRef(cut(value))));
    }

    private static void keyword(org.apache.lucene.document.Document made, String field, String value) {
        made.add(new StringField(field, cut(value), Store.NO));
    }

    private static void decimal(org.apache.lucene.document.Document made, String field, double value) {
        made.add(new DoublePoint(field, value));
        made.add(new DoubleDocValuesField(field, value));
    }

    static String cut(String value) {
        return value.length() <= LONGEST_KEYWORD ? value : value.substring(0, LONGEST_KEYWORD);
    }
}
