package cn.jixiao.review;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What a person says. The names under which the journal keeps them stand here.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(value = Correction.Confirm.class, name = "confirm"),
    @JsonSubTypes.Type(value = Correction.Correct.class, name = "correct"),
    @JsonSubTypes.Type(value = Correction.Reject.class, name = "reject"),
    @JsonSubTypes.Type(value = Correction.Add.class, name = "add"),
    @JsonSubTypes.Type(value = Correction.AcceptFinding.class, name = "accept_finding"),
    @JsonSubTypes.Type(value = Correction.DismissFinding.class, name = "dismiss_finding"),
    @JsonSubTypes.Type(value = Correction.Undo.class, name = "undo")})
public sealed interface Correction {

    /// About a number of a report.
    sealed interface OfNumber extends Correction {
        Target.Number target();
    }

    /// About a finding.
    sealed interface OfFinding extends Correction {
        Target.OfFinding target();
    }

    /// It was read right, in everything.
    record Confirm(Target.Number target, Reading seen) implements OfNumber {
    }

    /// It was read wrong.
    ///
    /// @param seen what the person had before them
    /// @param becomes what it should be; what differs from `seen` is the correction
    record Correct(Target.Number target, Reading seen, Reading becomes) implements OfNumber {

        /// What it changes, one a word: `value:87→78`.
        public String changes() {
            return String.join(" ", becomes.differences(seen));
        }
    }

    /// It is no figure.
    record Reject(Target.Number target, Reading seen) implements OfNumber {
    }

    /// It was not read, and is a figure.
    record Add(Target.Number target, Reading becomes) implements OfNumber {
    }

    /// What the finding says is so.
    record AcceptFinding(Target.OfFinding target) implements OfFinding {
    }

    /// What the finding says is not so, or does not matter.
    record DismissFinding(Target.OfFinding target) implements OfFinding {
    }

    /// An earlier entry no longer counts; undoing an undoing brings it back.
    record Undo(String entry) implements Correction {
    }
}
