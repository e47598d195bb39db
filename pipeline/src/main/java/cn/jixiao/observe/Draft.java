package cn.jixiao.observe;

import cn.jixiao.document.Span;
import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Mention;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An observation in the making: what has been found out so far, and by which rules.
final class Draft {

    final Mention mention;
    /// The words from which indicator and breakdown are told.
    Span labelSpan;
    /// The mention's, with the comparator of a sign that stands in a cell of its own.
    Quantity quantity;
    String label = "";
    /// The noun that a list deals to the number, as printed, else empty.
    String words = "";
    @Nullable String indicator;
    @Nullable String breakdown;
    @Nullable String project;
    @Nullable Region region;
    Role role = Role.ACTUAL;
    @Nullable Integer year;
    /// Whether the number is a part of the one told before.
    boolean part;
    /// Whether the number is a growth rate, a difference, a share or a standard, and no level.
    boolean noLevel;
    /// The whole that the number is a part of.
    @Nullable Draft whole;
    boolean bare;
    /// Whether a goal is one for the months reported on, not for the year.
    boolean stage;
    double confidence = 0.5;
    Evidence.@Nullable Place place;
    @Nullable Span evidence;
    final List<String> rules;

    Draft(Mention mention, Span labelSpan) {
        this.mention = mention;
        this.quantity = mention.quantity();
        this.labelSpan = labelSpan;
        this.rules = new ArrayList<>(mention.rules());
    }

    void rule(String name) {
        rules.add(name);
    }

    int start() {
        return mention.span().start();
    }

    int end() {
        return mention.span().end();
    }
}
