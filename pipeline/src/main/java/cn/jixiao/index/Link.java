package cn.jixiao.index;

/// That a report tells what another one tells, and that the other one counts.
///
/// @param docId the report that counts
/// @param source the path it goes by
/// @param relation what this report is to it
/// @param why what decided between them
public record Link(String docId, String source, Relation relation, Why why) {

    /// What a report is to the one that counts in its stead.
    public enum Relation {
        /// The same report in another file: as PDF and as Word, printed again.
        SAME,
        /// An earlier edition of it.
        EARLIER_EDITION
    }

    /// What decided which of them counts.
    public enum Why {
        /// Its name says that it is the revised or the final one.
        NAMED_LATER,
        /// Its file was written later.
        WRITTEN_LATER,
        /// It was read with fewer problems.
        FEWER_PROBLEMS,
        /// More figures were read in it.
        MORE_FIGURES,
        /// Its format keeps tables and text better.
        BETTER_FORMAT,
        /// Nothing; its path comes first.
        FIRST_PATH
    }
}
