package cn.jixiao.compare;

import cn.jixiao.index.Figure;
import cn.jixiao.observation.Observation;
import java.util.AbstractList;
import java.util.List;

/// The records of figures, each read when it is asked for: a table of thirty thousand cells is made without reading one
/// sentence.
final class LazyObservations extends AbstractList<Observation> {

    private final List<Figure> figures;

    /// @param figures that nobody changes any more
    LazyObservations(List<Figure> figures) {
        this.figures = figures;
    }

    static List<Observation> of(List<Figure> figures) {
        return figures.isEmpty() ? List.of() : new LazyObservations(List.copyOf(figures));
    }

    /// One after the other, still unread.
    static List<Observation> joined(List<List<Observation>> lists) {
        return of(lists.stream().flatMap(list -> figures(list).stream()).toList());
    }

    private static List<Figure> figures(List<Observation> list) {
        return list instanceof LazyObservations lazy ? lazy.figures : list.stream().map(Figure::of).toList();
    }

    @Override
    public Observation get(int index) {
        return figures.get(index).observation();
    }

    @Override
    public int size() {
        return figures.size();
    }
}
