package cn.jixiao.review;

import cn.jixiao.Corpus;
import cn.jixiao.Pipeline;
import cn.jixiao.check.Checker;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Records;
import cn.jixiao.index.SourceEntry;
import cn.jixiao.index.Workspace;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// A workspace with one report of a place that does not exist, and somebody who reviews it.
final class Desk {

    static final String WORDS = """
            云岭县司法局2023年度法律援助项目绩效自评报告
            2023年，全县办理法律援助案件120件，其中民事案件70件，刑事案件40件。接待咨询约300人次。
            项目预算100万元，全年支出87万元，预算执行率78%。
            群众满意度达到95%以上。
            """;

    static final Instant NOON = Instant.parse("2024-05-06T04:00:00Z");

    final Path folder;
    final Corrections corrections;
    final Workspace workspace;

    Desk(Path folder) {
        this.folder = folder;
        this.corrections = new Corrections(folder, Clock.fixed(NOON, ZoneOffset.UTC), () -> Checker.of(Corpus.DICTIONARIES));
        this.workspace = new Workspace(folder, Lexicon.NONE, corrections);
    }

    static Desk with(Path folder, String words) {
        var desk = new Desk(folder);
        desk.put(read("report.txt", words));
        return desk;
    }

    static Extraction read(String path, String words) {
        return Corpus.PIPELINE.run(Source.ofText(path, words));
    }

    /// The same report, with its text laid out otherwise, as another version of the program might.
    static Extraction relaid(Extraction read, String words) {
        var other = read("report.txt", words).document();
        var pipeline = new Pipeline(Corpus.DICTIONARIES);
        return pipeline.extract(new Document(read.document().id(), other.source(), other.mediaType(), other.text(),
                other.blocks(), other.pages(), other.layout(), other.problems()));
    }

    void put(Extraction extraction) {
        try (var writer = workspace.write()) {
            writer.put(extraction, new SourceEntry(extraction.document().source(), extraction.document().id(), 1, 1, "r",
                    SourceEntry.State.REPORT));
            writer.link();
            writer.commit();
        }
    }

    Extraction shown() {
        try (var records = workspace.read(); var all = records.documents()) {
            return records.extraction(all.findFirst().orElseThrow().docId()).orElseThrow();
        }
    }

    Observation figure(String raw) {
        return figure(shown(), raw);
    }

    static Observation figure(Extraction extraction, String raw) {
        return extraction.observations().stream().filter(each -> each.raw().equals(raw)).findFirst().orElseThrow();
    }

    static Reading worth(Reading it, String value) {
        return new Reading(it.kind(), it.comparator(), new BigDecimal(value), it.unit(), it.role(), it.indicator(), it.label(),
                it.breakdown(), it.project(), it.year(), it.period(), it.region());
    }

    /// Says something about a figure, having seen all that was said before.
    Entry say(Correction correction) {
        try (var records = workspace.read()) {
            return say(records, correction);
        }
    }

    Entry say(Records records, Correction correction) {
        var standing = corrections.standing();
        var key = switch (correction) {
            case Correction.OfNumber number -> number.target().key();
            case Correction.OfFinding finding -> finding.target().key();
            case Correction.Undo undo -> standing.target(standing.entry(undo.entry()).orElseThrow()).orElseThrow().key();
        };
        return corrections.enter(records, "王审核", "核对原件", standing.version(key), correction);
    }

    Entry correct(String raw, String value) {
        var shown = shown();
        var seen = Reading.of(figure(shown, raw));
        return say(new Correction.Correct(Targets.of(shown.document(), figure(shown, raw)), seen, worth(seen, value)));
    }

    Correction.Reject rejection(String raw) {
        var shown = shown();
        return new Correction.Reject(Targets.of(shown.document(), figure(shown, raw)), Reading.of(figure(shown, raw)));
    }
}
