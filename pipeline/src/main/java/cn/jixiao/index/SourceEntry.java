package cn.jixiao.index;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One path that was imported. Several paths may hold the same content; then they share a document.
///
/// @param path as given at import
/// @param docId content identity of what the path held
/// @param size in bytes, with `modified` what tells that a file did not change since
/// @param modified the file's own time in milliseconds since 1970
/// @param recipe what made the records: program and dictionaries; another recipe asks for a new reading; may be empty
/// @param state what became of it
public record SourceEntry(String path, String docId, long size, long modified, String recipe, State state) {

    /// What a path holds.
    public enum State {
        /// A report that was read.
        REPORT,
        /// Something that could not be read; its record says why.
        FAILED,
        /// An archive: it has no record of its own, its members have.
        ARCHIVE
    }

    public SourceEntry {
        if (path.isBlank() || docId.isBlank()) {
            throw new IllegalArgumentException("source '" + path + "' with document '" + docId + "'");
        }
    }

    /// Whether the file is as it was when it was read, by the same recipe.
    public boolean unchanged(long itsSize, long itsTime, String itsRecipe) {
        return size == itsSize && modified == itsTime && recipe.equals(itsRecipe);
    }

    /// The paths of every content, in the order in which they come.
    static Map<String, List<String>> pathsByContent(Stream<SourceEntry> entries) {
        return entries.collect(Collectors.groupingBy(SourceEntry::docId, Collectors.mapping(SourceEntry::path, Collectors.toList())));
    }
}
