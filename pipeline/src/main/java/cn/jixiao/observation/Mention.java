package cn.jixiao.observation;

import cn.jixiao.document.Span;
import java.util.List;

/// A quantity as it stands in the text.
///
/// A range is two mentions with one span: `1000-1200人` is at least 1000 and at most 1200.
///
/// @param span of `raw`, so that `text.substring(span)` is `raw`
/// @param raw as written, with its unit and a comparator that touches it (`920余万元`, `>=4000件`)
/// @param rules names of the rules that read it
public record Mention(Span span, String raw, Quantity quantity, List<String> rules) {

    public Mention {
        if (span.length() != raw.length()) {
            throw new IllegalArgumentException("'" + raw + "' is not " + span);
        }
        rules = List.copyOf(rules);
    }
}
