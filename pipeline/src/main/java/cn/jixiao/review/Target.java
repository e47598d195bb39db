package cn.jixiao.review;

import java.util.List;

/// What an entry is about.
public sealed interface Target {

    /// The report it lies in.
    String docId();

    /// The same for every entry about the same thing.
    String key();

    /// A number in a report.
    ///
    /// @param part which of the figures that begin there: a range (`1000-1200人`) is two, 0 and 1
    record Number(Anchor anchor, int part) implements Target {

        public Number {
            if (part < 0) {
                throw new IllegalArgumentException("part " + part + " of " + anchor);
            }
        }

        /// Whether that is the id of the figure: it ends in the place, and a `b` for each that begins there before it.
        public boolean isOf(String figure) {
            return figure.endsWith(":" + anchor.span().start() + "b".repeat(part));
        }

        @Override
        public String docId() {
            return anchor.docId();
        }

        @Override
        public String key() {
            return anchor.docId() + ":" + anchor.span().start() + ":" + part;
        }
    }

    /// A finding.
    ///
    /// @param name see [FindingName]
    /// @param rule the rule that found it
    /// @param operands where its figures stand; empty where that was not kept
    record OfFinding(String docId, String name, String rule, List<Anchor> operands) implements Target {

        public OfFinding {
            operands = List.copyOf(operands);
        }

        @Override
        public String key() {
            return "#" + name;
        }
    }
}
