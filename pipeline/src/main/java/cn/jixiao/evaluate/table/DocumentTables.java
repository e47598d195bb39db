package cn.jixiao.evaluate.table;

import cn.jixiao.document.Box;
import cn.jixiao.document.Cell;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tables of a document as regions: one that runs over several pages is one on each.
public final class DocumentTables {

    private DocumentTables() {
    }

    public static List<TableRegion> of(Document document) {
        return document.tables().flatMap(table -> regions(document, table).stream()).toList();
    }

    private static List<TableRegion> regions(Document document, Table table) {
        Map<Integer, List<TableRegion.Place>> cells = new LinkedHashMap<>();
        Map<Integer, Box> boxes = new LinkedHashMap<>();
        for (var cell : table.cells()) {
            // A cell without words stands in no relation, and nobody needs to know on which page it is.
            var places = document.layout().places(cell.span());
            if (!places.isEmpty()) {
                int page = places.getFirst().page();
                cells.computeIfAbsent(page, key -> new ArrayList<>()).add(place(document, cell));
                places.stream().filter(place -> place.page() == page).map(Layout.Place::box)
                        .forEach(box -> boxes.merge(page, box, Box::union));
            }
        }
        return cells.entrySet().stream().map(each -> new TableRegion(each.getKey(), boxes.get(each.getKey()),
                each.getValue())).toList();
    }

    private static TableRegion.Place place(Document document, Cell cell) {
        return new TableRegion.Place(cell.row(), cell.column(), cell.row() + cell.rows() - 1,
                cell.column() + cell.columns() - 1, document.textOf(cell.span()));
    }
}
