package cn.jixiao.export;

import cn.jixiao.compare.Comparison.Cell;
import cn.jixiao.compare.Comparison.Table;
import java.util.HexFormat;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/// The table of a sheet as a chart right of it: a line a row over the years, fed by the sheet's own cells.
final class WorkbookChart {

    /// Lines beyond these cannot be told apart.
    private static final List<String> INKS = LineChart.INKS;
    private static final int FIRST_ROW = 2;
    private static final int FIRST_COLUMN = 2;

    private WorkbookChart() {
    }

    static void draw(XSSFSheet sheet, Table table, List<Integer> years) {
        boolean any = table.rows().stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::isSound);
        if (!any || years.isEmpty()) {
            return;
        }
        int last = FIRST_COLUMN + years.size() - 1;
        var anchor = sheet.createDrawingPatriarch().createAnchor(0, 0, 0, 0, last + 2, 1, last + 12, 22);
        var chart = sheet.createDrawingPatriarch().createChart(anchor);
        chart.setTitleText(table.name() + "（" + Figures.unit(table.unit()) + "）");
        chart.setTitleOverlay(false);
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        var bottom = chart.createCategoryAxis(AxisPosition.BOTTOM);
        var left = chart.createValueAxis(AxisPosition.LEFT);
        left.getOrAddMajorGridProperties();
        var names = XDDFDataSourcesFactory.fromStringCellRange(sheet, new CellRangeAddress(1, 1, FIRST_COLUMN, last));
        var data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, bottom, left);
        data.setVaryColors(false);
        for (int i = 0; i < Math.min(INKS.size(), table.rows().size()); i++) {
            int row = FIRST_ROW + i;
            if (table.rows().get(i).cells().stream().noneMatch(Cell::isSound)) {
                continue;
            }
            var values = XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(row, row, FIRST_COLUMN, last));
            var series = (XDDFLineChartData.Series) data.addSeries(names, values);
            series.setTitle(table.rows().get(i).name(), new org.apache.poi.ss.util.CellReference(sheet.getSheetName(), row, 1, true, true));
            series.setSmooth(false);
            var ink = new XDDFSolidFillProperties(XDDFColor.from(rgb(INKS.get(i))));
            var line = new XDDFLineProperties(ink);
            line.setWidth(2.0);
            series.setLineProperties(line);
            series.setMarkerStyle(MarkerStyle.CIRCLE);
            series.setMarkerSize((short) 5);
        }
        chart.displayBlanksAs(DisplayBlanks.GAP);
        chart.plot(data);
    }

    /// `#1f77b4` as three bytes.
    private static byte[] rgb(String ink) {
        return HexFormat.of().parseHex(ink.substring(1));
    }
}
