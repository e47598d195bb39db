package cn.jixiao.export;

import java.util.List;

/// What was written to a file.
///
/// @param records how many
/// @param tooLong how many numbers the file's columns cannot hold; they are empty there
/// @param examples some of those: source, id, column and number
public record Written(long records, long tooLong, List<String> examples) {

    public Written {
        if (records < 0 || tooLong < examples.size()) {
            throw new IllegalArgumentException(records + " records, " + tooLong + " too long, " + examples);
        }
        examples = List.copyOf(examples);
    }

    static Written whole(long records) {
        return new Written(records, 0, List.of());
    }
}
