package cn.jixiao.read.sheet;

import cn.jixiao.read.build.Wording;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFComment;
import org.apache.poi.hssf.usermodel.HSSFTextbox;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSimpleShape;

/// The words in the text boxes that lie over a sheet; comments, which only show when pointed at, are no such boxes.
final class Shapes {

    private Shapes() {
    }

    static List<String> lines(Sheet sheet) {
        var lines = new ArrayList<String>();
        var drawing = sheet.getDrawingPatriarch();
        if (drawing != null) {
            for (var shape : drawing) {
                switch (shape) {
                    case XSSFSimpleShape box -> lines.addAll(Wording.lines(box.getText()));
                    case HSSFComment comment -> { }
                    case HSSFTextbox box -> lines.addAll(Wording.lines(box.getString().getString()));
                    default -> { }
                }
            }
        }
        return lines;
    }
}
