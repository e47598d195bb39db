package cn.jixiao.serve.report;

import cn.jixiao.export.Figures;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import cn.jixiao.review.Entry;
import cn.jixiao.review.Reading;
import cn.jixiao.review.Standing;
import cn.jixiao.review.Targets;
import cn.jixiao.serve.Library;
import cn.jixiao.serve.Links;
import cn.jixiao.serve.Words;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A figure as pages show it.
///
/// @param key where it begins in the report's text: figures and places with the same key belong together
/// @param value as people read it, with its unit
/// @param name of the indicator, or empty
/// @param part the subset it is about, or empty
/// @param facts what it is about, name and value
/// @param rules names of the rules that read it
/// @param state what a person made of it, or empty; `by` who, when and why; `original` what the program reads instead
/// @param href the report, with this figure lit up
/// @param edit where it is corrected
/// @param saw the last entry about it, and `seen`, the reading, both for saying something about it
/// @param undo the entry that made it so and can be taken back, or empty
public record FigureView(String key, String id, String docId, String raw, String value, String name, String label, String part, boolean target,
        List<Fact> facts, List<String> rules, int confidence, String state, String by, String original, String href,
        String edit, String saw, String seen, String undo) {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /// One attribute.
    public record Fact(String name, String value) {
    }

    /// Makes views in one language.
    public record Maker(Library library, Words words, Standing standing, cn.jixiao.document.Document document) {

        public FigureView of(Observation it) {
            var reading = Reading.of(it);
            var revision = it.revision();
            var read = revision == null ? null : revision.read();
            var key = Targets.of(document, it).key();
            return new FigureView(String.valueOf(it.evidence().span().start()), it.id(), it.docId(), it.raw().strip(),
                    Figures.of(it), it.indicator() == null ? "" : library.indicatorName(it.indicator(), words), it.label(), it.breakdown() == null ? "" : it.breakdown(),
                    it.role() == Role.TARGET, facts(it), it.rules(), (int) Math.round(it.confidence() * 100),
                    revision == null ? "" : words.text("revision." + revision.state().key()),
                    revision == null ? "" : by(revision.who(), revision.when(), revision.why(), words),
                    read == null ? "" : differences(Reading.of(read), reading),
                    Links.observation(it.docId(), it.id()),
                    Links.to("/review/figure").with("report", it.docId()).with("figure", it.id()).toString(),
                    standing.version(key), reading.print(), standing.deciding(key).map(Entry::id).orElse(""));
        }

        private List<Fact> facts(Observation it) {
            var facts = new ArrayList<Fact>();
            add(facts, "value", Figures.of(it));
            add(facts, "indicator", it.indicator() == null ? words.text("indicator.none")
                    : library.indicatorName(it.indicator(), words));
            add(facts, "label", it.label());
            add(facts, "role", words.text("role." + it.role().key()));
            add(facts, "breakdown", it.breakdown());
            add(facts, "project", it.project());
            add(facts, "period", it.period() != null ? it.period().toString() : it.year());
            add(facts, "region", it.region() == null ? null : it.region().fullName());
            return facts;
        }

        private void add(List<Fact> facts, String key, @Nullable Object value) {
            if (value != null && !value.toString().isBlank()) {
                facts.add(new Fact(words.text("reading.name." + key), value.toString()));
            }
        }

        private String differences(Reading read, Reading now) {
            return changes(read, now, words);
        }
    }

    /// What differs, in words: `数值：87 → 78；口径：实际 → 目标`.
    public static String changes(Reading from, Reading to, Words words) {
        var before = from.attributes();
        var found = new ArrayList<String>();
        to.attributes().forEach((name, value) -> {
            var was = String.valueOf(before.get(name));
            if (!value.equals(was)) {
                found.add(words.text("change", words.text("reading.name." + name), was, value));
            }
        });
        return String.join(words.text("change.and"), found);
    }

    /// Who, when and why, on one line.
    public static String by(String who, java.time.Instant when, String why, Words words) {
        var at = WHEN.format(when.atZone(ZoneId.systemDefault()));
        return (who.isEmpty() ? words.text("review.somebody") : who) + " · " + at + (why.isEmpty() ? "" : " · " + why);
    }
}
