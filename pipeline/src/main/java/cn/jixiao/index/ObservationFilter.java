package cn.jixiao.index;

import cn.jixiao.observation.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which observations are wanted; an empty list or a null asks for nothing in particular.
///
/// @param docIds of these reports
/// @param indicators with one of these ids
/// @param fromYear this year and later
/// @param toYear this year and earlier
/// @param role target or actual
/// @param whole only those without a breakdown
/// @param regions codes of areas; those of the areas in them come too
/// @param agency words that its name contains
/// @param project words that its name contains
public record ObservationFilter(List<String> docIds, List<String> indicators, @Nullable Integer fromYear,
        @Nullable Integer toYear, @Nullable Role role, boolean whole, List<String> regions, @Nullable String agency,
        @Nullable String project) {

    public static final ObservationFilter ALL =
            new ObservationFilter(List.of(), List.of(), null, null, null, false, List.of(), null, null);

    public ObservationFilter {
        docIds = List.copyOf(docIds);
        indicators = List.copyOf(indicators);
        regions = List.copyOf(regions);
    }

    public static ObservationFilter ofDocument(String docId) {
        return new ObservationFilter(List.of(docId), List.of(), null, null, null, false, List.of(), null, null);
    }

    public static ObservationFilter about(String indicator) {
        return new ObservationFilter(List.of(), List.of(indicator), null, null, null, false, List.of(), null, null);
    }
}
