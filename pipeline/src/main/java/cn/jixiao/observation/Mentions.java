package cn.jixiao.observation;

import java.util.List;

/// All numbers of a document: those read as quantities and those left out, each by start.
public record Mentions(List<Mention> mentions, List<Exclusion> exclusions) {

    public static final Mentions NONE = new Mentions(List.of(), List.of());

    public Mentions {
        mentions = List.copyOf(mentions);
        exclusions = List.copyOf(exclusions);
    }
}
