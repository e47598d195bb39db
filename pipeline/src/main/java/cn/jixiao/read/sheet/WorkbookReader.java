package cn.jixiao.read.sheet;

import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Source;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.web.TikaReader;
import java.io.IOException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/// Reads XLSX and XLS. Hidden sheets, which nobody sees (lists for drop-downs, last year's figures), are left out and
/// named; hidden rows and columns are read.
public final class WorkbookReader {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// @throws IOException if the workbook is too damaged to be opened
    public Document read(String id, Source source) throws IOException {
        try (var in = source.content().open(); var workbook = WorkbookFactory.create(in)) {
            var builder = new DocumentBuilder(id, source, mediaType(workbook));
            var values = new CellWords(workbook);
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                var sheet = workbook.getSheetAt(i);
                if (workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
                    builder.problem(new Problem(Problem.Kind.HIDDEN_LEFT_OUT, sheet.getSheetName(), ""));
                } else {
                    new SheetBlocks(sheet, values, builder).read();
                    Shapes.lines(sheet).forEach(builder::paragraph);
                }
            }
            values.problems().forEach(builder::problem);
            return builder.build();
        } catch (POIXMLException e) {
            return readByTika(id, source, e);
        }
    }

    /// Workbooks in the strict variant of the standard are beyond POI's model; Tika reads their words.
    private static Document readByTika(String id, Source source, POIXMLException cause) throws IOException {
        var builder = new DocumentBuilder(id, source, XLSX);
        builder.problem(Problem.of(Problem.Kind.PARTLY_READ, String.valueOf(cause.getMessage())));
        new TikaReader().read(source, builder);
        if (builder.isEmpty()) {
            throw new IOException(cause.getMessage(), cause);
        }
        return builder.build();
    }

    private static String mediaType(Workbook workbook) {
        return workbook instanceof HSSFWorkbook ? "application/vnd.ms-excel"
                : XLSX;
    }
}
