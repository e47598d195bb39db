package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Mention;

/// A number in its clause.
///
/// @param before the words of the clause that lead up to the number
/// @param after the words that follow it and belong to it
/// @param label the words that name what is counted, empty where the clause names nothing
/// @param bare whether the label says nothing of what is counted (`已完成`)
/// @param numberFirst whether the label stands after the number (`145人次就业帮扶`)
/// @param attached whether the number follows the one before directly (`14场1154人次`)
record Phrase(Mention mention, Span before, Span after, Span label, boolean bare, boolean numberFirst, boolean attached) {

    /// From the first word that leads up to the number to the last that belongs to it.
    Span clause() {
        return new Span(Math.min(before.start(), mention.span().start()), Math.max(after.end(), mention.span().end()));
    }

    String rule() {
        return attached ? "label:attached" : bare ? "label:none" : numberFirst ? "label:after" : "label:before";
    }
}
