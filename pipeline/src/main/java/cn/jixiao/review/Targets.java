package cn.jixiao.review;

import cn.jixiao.document.Document;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.List;
import java.util.Objects;

/// Names what a person points at.
public final class Targets {

    private Targets() {
    }

    /// A figure of a report.
    public static Target.Number of(Document document, Observation figure) {
        return new Target.Number(Anchor.of(document, figure.evidence().span()), part(figure));
    }

    /// Words of a report at which nothing is read yet.
    ///
    /// @throws IllegalArgumentException if a figure begins at the same character
    public static Target.Number ofWords(Extraction extraction, Span words) {
        if (extraction.observations().stream().anyMatch(each -> each.evidence().span().start() == words.start())) {
            throw new IllegalArgumentException("a figure is read at " + words + " already");
        }
        return new Target.Number(Anchor.of(extraction.document(), words), 0);
    }

    /// A finding of a report, with the places of those of its figures that lie in it.
    public static Target.OfFinding of(Extraction extraction, Finding finding) {
        var document = extraction.document();
        var operands = finding.observations().stream().map(id -> extraction.observations().stream()
                .filter(each -> each.id().equals(id)).findFirst().orElse(null)).filter(Objects::nonNull)
                .map(each -> Anchor.of(document, each.evidence().span())).toList();
        return new Target.OfFinding(finding.docId(), FindingName.of(finding), finding.rule(), operands);
    }

    /// Which of the figures that begin at one place this is: ids end in a `b` for each before it.
    static int part(Observation figure) {
        var place = figure.id().substring(figure.id().lastIndexOf(':') + 1);
        return (int) place.chars().filter(each -> each == 'b').count();
    }
}
