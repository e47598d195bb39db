package cn.jixiao.observation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One figure of a report: what it counts, of whom and when, how much, and where it stands.
///
/// @param id unique and stable: the document's id and the mention's place
/// @param source the document's path
/// @param region of this observation, from the document unless the sentence or row says otherwise
/// @param project the project or sub-project it stands under
/// @param indicator canonical id, null where none fits: unknown is an answer
/// @param label what the number counts, as the report words it
/// @param breakdown the subset it is about, null for the whole
/// @param confidence 0 to 1: of those at 0.9 nine in ten should be right
/// @param rules names of the rules that made it
/// @param revision what a person made of it, null where nobody did
public record Observation(String id, String docId, String source, @Nullable Region region, @Nullable String agency,
        @Nullable Integer year, @Nullable Period period, @Nullable String project, @Nullable String indicator,
        String label, @Nullable String breakdown, Role role, Quantity quantity, String raw, Evidence evidence,
        double confidence, List<String> rules, @Nullable Revision revision) {

    /// A figure as the program reads it.
    public Observation(String id, String docId, String source, @Nullable Region region, @Nullable String agency,
            @Nullable Integer year, @Nullable Period period, @Nullable String project, @Nullable String indicator,
            String label, @Nullable String breakdown, Role role, Quantity quantity, String raw, Evidence evidence,
            double confidence, List<String> rules) {
        this(id, docId, source, region, agency, year, period, project, indicator, label, breakdown, role, quantity, raw,
                evidence, confidence, rules, null);
    }

    public Observation {
        if (!(0 <= confidence && confidence <= 1)) {
            throw new IllegalArgumentException(id + ": confidence " + confidence);
        }
        rules = List.copyOf(rules);
    }
}
