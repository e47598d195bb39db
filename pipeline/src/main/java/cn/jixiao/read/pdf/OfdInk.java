package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// Collects the ink of one page of an OFD package. Its own unit is the millimetre.
final class OfdInk {

    private static final double POINT = 72 / 25.4;
    private static final double ASCENT = 0.86;
    private static final double DESCENT = 0.14;
    private static final int MOST_GLYPHS = 150_000;

    private final int number;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final PathInk path = new PathInk();
    private double imageArea;

    /// @param box left, top, width and height of the page
    OfdInk(int number, double[] box) {
        this.number = number;
        this.left = box[0];
        this.top = box[1];
        this.width = box[2] * POINT;
        this.height = box[3] * POINT;
    }

    PageInk ink() {
        return new PageInk(number, width, height, glyphs, path.rulings(), Math.min(1, imageArea / (width * height)),
                glyphs.size() >= MOST_GLYPHS);
    }

    /// Draws the objects of a page or template.
    void draw(Element page) {
        for (var element : page.getAllElements()) {
            if (element.attr("Visible").equals("false")) {
                continue;
            }
            if (OfdPackage.isNamed(element, "TextObject")) {
                words(element);
            } else if (OfdPackage.isNamed(element, "PathObject")) {
                lines(element);
            } else if (OfdPackage.isNamed(element, "ImageObject")) {
                var box = OfdPackage.numbers(element.attr("Boundary"));
                imageArea += box.length == 4 ? box[2] * box[3] * POINT * POINT : 0;
            }
        }
    }

    /// From the object's own space to points on the page.
    private AffineTransform placed(Element object) {
        var transform = AffineTransform.getScaleInstance(POINT, POINT);
        var box = OfdPackage.numbers(object.attr("Boundary"));
        transform.translate((box.length == 4 ? box[0] : 0) - left, (box.length == 4 ? box[1] : 0) - top);
        var matrix = OfdPackage.numbers(object.attr("CTM"));
        if (matrix.length == 6) {
            transform.concatenate(new AffineTransform(matrix));
        }
        return transform;
    }

    private void words(Element object) {
        double size = OfdPackage.number(object.attr("Size"));
        double stretch = OfdPackage.number(object.attr("HScale"));
        boolean bold = OfdPackage.number(object.attr("Weight")) >= 700;
        if (!(size > 0)) {
            return;
        }
        var transform = placed(object);
        double x = 0;
        double y = 0;
        for (var code : OfdPackage.all(object, "TextCode")) {
            x = Double.isNaN(OfdPackage.number(code.attr("X"))) ? x : OfdPackage.number(code.attr("X"));
            y = Double.isNaN(OfdPackage.number(code.attr("Y"))) ? y : OfdPackage.number(code.attr("Y"));
            var right = steps(code.attr("DeltaX"));
            var down = steps(code.attr("DeltaY"));
            double atX = x;
            double atY = y;
            var letters = code.wholeText().codePoints().toArray();
            for (int i = 0; i < letters.length && glyphs.size() < MOST_GLYPHS; i++) {
                double usual = size * (letters[i] < 0x250 ? 0.5 : 1) * (stretch > 0 ? stretch : 1);
                double step = i < right.size() ? right.get(i) : down.isEmpty() ? usual : 0;
                add(letters[i], atX, atY, step > 0 ? Math.min(step, 1.2 * size) : usual, size, transform, bold);
                atX += step;
                atY += i < down.size() ? down.get(i) : 0;
            }
        }
    }

    /// `g 3 1.5` stands for three times 1.5 (GB/T 33190-2016, 11.3).
    private static List<Double> steps(String words) {
        var steps = new ArrayList<Double>();
        var parts = words.strip().split("\\s+");
        for (int i = 0; i < parts.length && steps.size() < MOST_GLYPHS; i++) {
            if (parts[i].equals("g") && i + 2 < parts.length) {
                double count = OfdPackage.number(parts[i + 1]);
                for (int n = 0; n < count && n < MOST_GLYPHS; n++) {
                    steps.add(OfdPackage.number(parts[i + 2]));
                }
                i += 2;
            } else if (Double.isFinite(OfdPackage.number(parts[i]))) {
                steps.add(OfdPackage.number(parts[i]));
            }
        }
        return steps;
    }

    private void add(int letter, double x, double y, double step, double size, AffineTransform transform, boolean bold) {
        var text = TextLayer.clean(Character.toString(letter));
        if (text.isEmpty()) {
            return;
        }
        double[] corners = {x, y - ASCENT * size, x + step, y - ASCENT * size, x, y + DESCENT * size, x + step,
            y + DESCENT * size};
        transform.transform(corners, 0, corners, 0, 4);
        double fromX = min(corners, 0);
        double fromY = min(corners, 1);
        double toX = -min(negative(corners), 0);
        double toY = -min(negative(corners), 1);
        if (!Double.isFinite(fromX + fromY + toX + toY)) {
            return;
        }
        var up = transform.deltaTransform(new Point2D.Double(0, -1), null);
        double em = Math.hypot(up.getX(), up.getY());
        var shown = new Box(fromX, fromY, toX, toY);
        glyphs.add(new Glyph(text, fromX, fromY, toX, toY, size * em, turn(up.getX() / em, up.getY() / em), bold, false,
                shown));
    }

    /// Quarters clockwise from upright, by where the upper side points.
    private static int turn(double ux, double uy) {
        if (Math.abs(ux) < 0.17) {
            return uy <= 0 ? 0 : 2;
        }
        return Math.abs(uy) < 0.17 ? (ux > 0 ? 1 : 3) : Glyph.OBLIQUE;
    }

    private static double min(double[] corners, int axis) {
        return Math.min(Math.min(corners[axis], corners[axis + 2]), Math.min(corners[axis + 4], corners[axis + 6]));
    }

    private static double[] negative(double[] corners) {
        return java.util.Arrays.stream(corners).map(value -> -value).toArray();
    }

    private void lines(Element object) {
        var transform = placed(object);
        for (var data : OfdPackage.all(object, "AbbreviatedData")) {
            path.clear();
            trace(data.text().strip().split("\\s+"), transform);
            var page = new Rectangle2D.Double(0, 0, width, height);
            double line = OfdPackage.number(object.attr("LineWidth"));
            if (object.attr("Fill").equals("true")) {
                path.fill(page);
            }
            if (!object.attr("Stroke").equals("false")) {
                path.stroke(page, (line > 0 ? line : 0.353) * POINT);
            }
            path.clear();
        }
    }

    /// Letters are steps, each followed by its points; only the last point of a curve matters for straight lines.
    private void trace(String[] parts, AffineTransform transform) {
        int i = 0;
        while (i < parts.length) {
            var step = parts[i++];
            int numbers = switch (step) {
                case "M", "S", "L" -> 2;
                case "Q" -> 4;
                case "B" -> 6;
                case "A" -> 7;
                default -> 0;
            };
            if (step.equals("C")) {
                path.close();
            } else if (numbers > 0 && i + numbers <= parts.length) {
                var to = transform.transform(new Point2D.Double(OfdPackage.number(parts[i + numbers - 2]),
                        OfdPackage.number(parts[i + numbers - 1])), null);
                i += numbers;
                go(step, to);
            }
        }
    }

    private void go(String step, Point2D to) {
        if (!Double.isFinite(to.getX() + to.getY())) {
            return;
        }
        switch (step) {
            case "M", "S" -> path.moveTo(to.getX(), to.getY());
            case "L" -> path.lineTo(to.getX(), to.getY());
            default -> path.curveTo(to.getX(), to.getY());
        }
    }
}
