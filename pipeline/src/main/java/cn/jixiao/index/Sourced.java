package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;

/// The same content under another of its paths.
final class Sourced {

    private Sourced() {
    }

    /// The very same object where it goes by that path already.
    static Extraction at(Extraction it, String source) {
        if (it.document().source().equals(source)) {
            return it;
        }
        var was = it.document();
        var document = new Document(was.id(), source, was.mediaType(), was.text(), was.blocks(), was.pages(),
                was.layout(), was.problems());
        return new Extraction(document, it.outline(), it.mentions(),
                it.observations().stream().map(each -> at(each, source)).toList(),
                it.findings().stream().map(each -> at(each, source)).toList());
    }

    private static Observation at(Observation it, String source) {
        return new Observation(it.id(), it.docId(), source, it.region(), it.agency(), it.year(), it.period(),
                it.project(), it.indicator(), it.label(), it.breakdown(), it.role(), it.quantity(), it.raw(),
                it.evidence(), it.confidence(), it.rules(), it.revision());
    }

    private static Finding at(Finding it, String source) {
        return new Finding(it.docId(), source, it.rule(), it.holds(), it.severity(), it.message(), it.observations(),
                it.expected(), it.found());
    }
}
