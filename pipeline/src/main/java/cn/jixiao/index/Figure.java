package cn.jixiao.index;

import cn.jixiao.observation.Evidence;
import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Period;
import cn.jixiao.observation.Quantity;
import cn.jixiao.observation.Region;
import cn.jixiao.observation.Role;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a comparison has to know of an observation, read from the index's columns: a hundred thousand of these cost what
/// a thousand whole records do.
///
/// @param place in a table, without the spreadsheet's own address, or null
/// @param whole reads the whole record; only while the records are open
public record Figure(String docId, @Nullable Region region, @Nullable String agency, @Nullable Integer year,
        @Nullable Period period, @Nullable String project, @Nullable String indicator, String label,
        @Nullable String breakdown, Role role, Quantity quantity, double confidence, Evidence.@Nullable Place place,
        Supplier<Observation> whole) {

    /// The record itself, with its sentence and source.
    public Observation observation() {
        return whole.get();
    }

    /// An observation as the figure that stands for it.
    public static Figure of(Observation it) {
        return new Figure(it.docId(), it.region(), it.agency(), it.year(), it.period(), it.project(), it.indicator(),
                it.label(), it.breakdown(), it.role(), it.quantity(), it.confidence(), it.evidence().table(), () -> it);
    }
}
