package cn.jixiao.index;

import cn.jixiao.observation.DocumentType;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Region;
import org.jspecify.annotations.Nullable;

/// What a comparison has to know of a report, read from the index's columns.
///
/// @param source the first path it was imported from
/// @param projects how many projects it tells of
public record ReportLine(String docId, String source, @Nullable String title, DocumentType type, @Nullable Region region,
        @Nullable String agency, @Nullable Integer year, @Nullable Period period, int projects) {
}
