package cn.jixiao.examples;

import java.util.ArrayList;
import java.util.List;

/// How many examples were tested, and which of them fail.
public record Outcome(int examples, List<Failure> failures) {

    /// An example that does not come out as it says.
    ///
    /// @param place file and line
    /// @param example its words
    /// @param wanted what should have been found, in the dictionary's own terms; a leading `!` says what should not
    public record Failure(String place, String example, String wanted, String found) {
    }

    public Outcome {
        failures = List.copyOf(failures);
    }

    Outcome plus(Outcome other) {
        var all = new ArrayList<>(failures);
        all.addAll(other.failures);
        return new Outcome(examples + other.examples, all);
    }

    /// Collects outcomes one example at a time.
    static final class Collector {
        private final List<Failure> failures = new ArrayList<>();
        private int examples;

        void add(boolean right, String place, String example, String wanted, Object found) {
            examples++;
            if (!right) {
                failures.add(new Failure(place, example.strip().lines().findFirst().orElse(""), wanted, String.valueOf(found)));
            }
        }

        Outcome outcome() {
            return new Outcome(examples, failures);
        }
    }
}
