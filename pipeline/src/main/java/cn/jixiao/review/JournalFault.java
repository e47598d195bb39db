package cn.jixiao.review;

import java.nio.file.Path;

/// A line of the journal that cannot be read; the others count all the same.
///
/// @param line 1-based
/// @param torn whether it is the file's last and has no end: the machine stopped while it was written
public record JournalFault(Path file, int line, boolean torn, String detail) {
}
