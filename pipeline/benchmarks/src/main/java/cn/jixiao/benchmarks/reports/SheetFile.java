package cn.jixiao.benchmarks.reports;

import cn.jixiao.benchmarks.reports.GeneratedReport.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The tables of a report as a workbook, a sheet each.
final class SheetFile {

    private static final String SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private SheetFile() {
    }

    static byte[] of(GeneratedReport report) {
        var files = new LinkedHashMap<String, String>();
        var names = new StringBuilder();
        var relations = new ArrayList<List<String>>();
        for (var part : report.parts()) {
            if (part instanceof Part.Table table) {
                int number = relations.size() + 1;
                files.put("xl/worksheets/sheet" + number + ".xml", sheet(report.title(), table.rows()));
                names.append("<sheet name=\"自评表").append(number).append("\" sheetId=\"").append(number).append("\" r:id=\"rId").append(number).append("\"/>");
                relations.add(List.of("worksheet", "worksheets/sheet" + number + ".xml"));
            }
        }
        files.put("xl/workbook.xml", OfficeFile.XML + "<workbook xmlns=\"" + SPACE + "\" xmlns:r="
                + "\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>" + names + "</sheets></workbook>");
        files.put("xl/_rels/workbook.xml.rels", OfficeFile.relations(relations));
        return OfficeFile.of("xl/workbook.xml", "spreadsheetml.sheet.main", "spreadsheetml.worksheet", files);
    }

    private static String sheet(String title, List<List<String>> rows) {
        var all = new ArrayList<List<String>>();
        all.add(List.of(title));
        all.addAll(rows);
        var sheet = new StringBuilder(OfficeFile.XML + "<worksheet xmlns=\"" + SPACE + "\"><sheetData>");
        for (int r = 0; r < all.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < all.get(r).size(); c++) {
                sheet.append(cell((char) ('A' + c) + "" + (r + 1), all.get(r).get(c)));
            }
            sheet.append("</row>");
        }
        return sheet.append("</sheetData></worksheet>").toString();
    }

    private static String cell(String place, String words) {
        return words.matches("[0-9.]{1,12}") ? "<c r=\"" + place + "\"><v>" + words + "</v></c>"
                : "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + words + "</t></is></c>";
    }
}
