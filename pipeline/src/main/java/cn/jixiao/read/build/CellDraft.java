package cn.jixiao.read.build;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cell as a reader finds it, before its words have a place in the canonical text.
///
/// @param parts words and nested tables in reading order
/// @param address where a spreadsheet calls it something, else null
public record CellDraft(int row, int column, int rows, int columns, List<Part> parts, @Nullable String address) {

    /// What a cell holds.
    public sealed interface Part {
    }

    /// @param text cleaned words; a line feed stands between real paragraphs
    public record Words(String text) implements Part {
    }

    /// A table inside the cell.
    public record Nested(TableDraft table) implements Part {
    }

    public CellDraft {
        parts = List.copyOf(parts);
    }

    /// A cell's lines as its one part.
    public static List<Part> words(List<String> lines) {
        return List.of(new Words(Wording.join(lines)));
    }

    boolean isBlank() {
        return parts.stream().allMatch(part -> switch (part) {
            case Words words -> words.text().isBlank();
            case Nested nested -> nested.table().isBlank();
        });
    }

    CellDraft at(int newRow, int newColumn, int newRows, int newColumns) {
        return new CellDraft(newRow, newColumn, newRows, newColumns, parts, address);
    }
}
