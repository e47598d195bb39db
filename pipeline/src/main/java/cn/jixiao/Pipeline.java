package cn.jixiao;

import cn.jixiao.check.Checker;
import cn.jixiao.check.Confirmed;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.mention.MentionFinder;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Outline;
import cn.jixiao.observe.Observer;
import cn.jixiao.read.Reader;
import cn.jixiao.structure.FactFinder;
import cn.jixiao.structure.FlatForms;
import cn.jixiao.structure.OutlineFinder;
import java.util.List;

/// The stages in their order: read, structure, mention, observe, check.
///
/// A pure function of a source and the dictionaries: no state is kept between calls, one pipeline serves any number of
/// threads, and the same bytes give the same extraction. A thread pool, a worker process or a cluster task runs it.
public final class Pipeline {

    private final Reader reader;
    private final FlatForms forms;
    private final OutlineFinder outlines;
    private final MentionFinder mentions;
    private final Observer observer;
    private final Checker checker;

    public Pipeline(Dictionaries dictionaries) {
        this(dictionaries, new Reader());
    }

    public Pipeline(Dictionaries dictionaries, Reader reader) {
        this.reader = reader;
        this.forms = new FlatForms(dictionaries.forms());
        this.outlines = new OutlineFinder(new FactFinder(dictionaries.factWords(), dictionaries.regions())::find,
                dictionaries.forms(), dictionaries.headings(), dictionaries.projectWords());
        this.mentions = new MentionFinder(dictionaries.units(), dictionaries.exclusions());
        this.observer = new Observer(dictionaries.indicators(), dictionaries.vocabulary(), new RowRegions(dictionaries.regions()));
        this.checker = Checker.of(dictionaries);
    }

    /// Reads one source and finds all there is in it. Never throws for bad input: a file that cannot be read gives a
    /// document with a problem and no observations.
    public Extraction run(Source source) {
        return extract(reader.read(source));
    }

    /// Mentions and observations alone, of a document whose outline is known.
    public List<Observation> observations(Document document, Outline outline) {
        return observer.observe(document, outline, mentions.find(document, outline));
    }

    /// All but reading, for a document that was read before.
    public Extraction extract(Document read) {
        var document = forms.restored(read);
        var outline = outlines.find(document);
        var found = mentions.find(document, outline);
        var observations = observer.observe(document, outline, found);
        var findings = checker.check(document, outline, observations);
        return new Extraction(document, outline, found, Confirmed.by(findings, observations), findings);
    }
}
