package cn.jixiao.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;

/// The values of each facet over all segments, put in one order once: for a million passages that costs more than any
/// search.
final class FacetStates {

    private final IndexReader reader;
    private final Map<String, StringDocValuesReaderState> states = new HashMap<>();

    FacetStates(IndexReader reader) {
        this.reader = reader;
    }

    synchronized StringDocValuesReaderState of(String field) throws IOException {
        var state = states.get(field);
        if (state == null) {
            state = new StringDocValuesReaderState(reader, field);
            states.put(field, state);
        }
        return state;
    }
}
