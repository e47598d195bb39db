package cn.jixiao.index;

import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.observation.Observation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Everything that was imported, for reading. What another index would have to offer to stand in for Lucene.
///
/// Streams come by source, then by place in the report; close them when they are not read to the end. What a reader
/// sees is the last commit before it was opened.
public interface Records extends AutoCloseable {

    Stream<Report> documents();

    Stream<Observation> observations(ObservationFilter filter);

    /// The same, in the same order, as far as a comparison needs them.
    List<Figure> figures(ObservationFilter filter);

    /// Every report by its id, in the order of [#documents()], as far as a comparison needs it. Read once.
    Map<String, ReportLine> lines();

    /// All findings; those that hold too.
    Stream<Finding> findings();

    /// The reports that a name can mean: the one with this id or path; else those whose id begins so (four characters
    /// at least), whose file is called so, or whose path or title contains it.
    List<Report> find(String name);

    /// A report with everything that was made of it.
    Optional<Extraction> extraction(String docId);

    /// The same as the program made it, without what persons laid over it.
    Optional<Extraction> asRead(String docId);

    Stream<SourceEntry> sources();

    /// Reports that tell what another one tells, by id: comparisons count the other one.
    Map<String, Link> links();

    /// @throws BadQueryException if the text is not a query
    SearchResult search(SearchQuery query);

    /// The reports whose words are most like those of another, without it; facets are not counted.
    ///
    /// @throws java.util.NoSuchElementException if there is no such report
    SearchResult like(String docId, int size);

    @Override
    void close();
}
