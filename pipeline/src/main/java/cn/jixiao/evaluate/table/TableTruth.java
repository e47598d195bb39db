package cn.jixiao.evaluate.table;

import cn.jixiao.document.Box;
import cn.jixiao.document.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/// Reads the structure truth of the ICDAR 2013 competition: `region`s with `cell`s that know their rows and columns,
/// their box from the lower left of the page, and their words.
public final class TableTruth {

    private TableTruth() {
    }

    /// The truth that belongs to a file: `eu-001.pdf` has `eu-001-str.xml` beside it.
    public static Path beside(Path pdf) {
        return pdf.resolveSibling(pdf.getFileName().toString().replaceFirst("\\.[^.]*$", "") + "-str.xml");
    }

    /// @param pages of the PDF, for their heights
    /// @throws IOException if the file cannot be read or is no such truth; the message names it
    public static List<TableRegion> read(Path xml, List<Page> pages) throws IOException {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null); // else errors are printed beside being thrown
            var root = builder.parse(xml.toFile()).getDocumentElement();
            return elements(root, "region").stream().map(region -> region(region, pages)).toList();
        } catch (ParserConfigurationException | SAXException | IllegalArgumentException e) {
            throw new IOException(xml + ": " + e.getMessage(), e);
        }
    }

    private static TableRegion region(Element region, List<Page> pages) {
        int page = Integer.parseInt(region.getAttribute("page"));
        double height = page <= pages.size() ? pages.get(page - 1).height() : 0;
        var cells = elements(region, "cell");
        var box = cells.stream().flatMap(cell -> elements(cell, "bounding-box").stream())
                .map(each -> box(each, height)).reduce(Box::union).orElse(new Box(0, 0, 0, 0));
        return new TableRegion(page, box, cells.stream().map(TableTruth::place).toList());
    }

    private static Box box(Element box, double height) {
        double x1 = number(box, "x1");
        double x2 = number(box, "x2");
        double y1 = height - number(box, "y1");
        double y2 = height - number(box, "y2");
        return new Box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2));
    }

    private static TableRegion.Place place(Element cell) {
        int row = (int) number(cell, "start-row");
        int column = (int) number(cell, "start-col");
        int lastRow = cell.hasAttribute("end-row") ? (int) number(cell, "end-row") : row;
        int lastColumn = cell.hasAttribute("end-col") ? (int) number(cell, "end-col") : column;
        var words = elements(cell, "content").stream().map(Element::getTextContent).findFirst().orElse("");
        return new TableRegion.Place(row, column, Math.max(row, lastRow), Math.max(column, lastColumn), words);
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> elements(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
