package cn.jixiao.index;

import cn.jixiao.observation.Extraction;
import java.util.Set;

/// What persons laid over the reports, from the index's side. Reports are stored as they are to be shown, so that search,
/// comparison and export know of every correction; what the program read is stored beside it, and what persons said is
/// kept elsewhere, apart from the records.
public interface Overlay {

    /// Nothing is laid over anything.
    Overlay NONE = () -> Layer.EMPTY;

    /// Everything that is laid over the reports at this moment.
    Layer now();

    /// What was laid over the reports up to a moment.
    interface Layer {

        Layer EMPTY = new Layer() {
            @Override
            public String state() {
                return "";
            }

            @Override
            public boolean follows(String state) {
                return state.isEmpty();
            }

            @Override
            public Set<String> since(String state) {
                return Set.of();
            }

            @Override
            public Extraction over(Extraction read) {
                return read;
            }
        };

        /// A short text that changes with all that is laid; empty for nothing.
        String state();

        /// Whether that state was an earlier one of this layer.
        boolean follows(String state);

        /// Ids of the reports that may look different from what they were at that state; all of them where this layer
        /// does not follow it.
        Set<String> since(String state);

        /// A report as it is to be shown: the very same object where nothing is laid over it.
        ///
        /// @param read as the program made it
        Extraction over(Extraction read);
    }
}
