package cn.jixiao.read.pdf;

import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/// The path being drawn, and the rulings found in the paths painted so far.
///
/// Programs draw the edge of a cell in three ways: as a stroked line, as a stroked rectangle, or as a filled
/// rectangle so thin that it looks like a line.
final class PathInk {

    /// A page with more is a map or a chart.
    private static final int MAX_RULINGS = 12_000;

    /// Filled shapes up to this thickness look like lines.
    private static final double THIN = 3.2;

    /// How far a line may lean and still run along an axis.
    private static final double LEAN = 0.8;

    private static final double SHORT = 2.0;

    private final List<double[]> segments = new ArrayList<>();
    private final List<Rectangle2D> shapes = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();
    private final Point2D.Double current = new Point2D.Double();
    private final Point2D.Double start = new Point2D.Double();
    private Rectangle2D.@org.jspecify.annotations.Nullable Double shape;

    List<Ruling> rulings() {
        return rulings.size() > MAX_RULINGS ? List.of() : rulings;
    }

    Point2D current() {
        return current;
    }

    void moveTo(double x, double y) {
        current.setLocation(x, y);
        start.setLocation(x, y);
        shape = new Rectangle2D.Double(x, y, 0, 0);
        shapes.add(shape);
    }

    void lineTo(double x, double y) {
        segments.add(new double[] {current.x, current.y, x, y});
        reach(x, y);
    }

    void curveTo(double x, double y) {
        reach(x, y);
    }

    void close() {
        lineTo(start.x, start.y);
    }

    private void reach(double x, double y) {
        if (shape == null) {
            moveTo(x, y);
        } else {
            shape.add(x, y);
        }
        current.setLocation(x, y);
    }

    Rectangle2D bounds() {
        Rectangle2D all = new Rectangle2D.Double();
        for (int i = 0; i < shapes.size(); i++) {
            all = i == 0 ? (Rectangle2D) shapes.get(0).clone() : all.createUnion(shapes.get(i));
        }
        return all;
    }

    void clear() {
        segments.clear();
        shapes.clear();
        shape = null;
    }

    void stroke(Rectangle2D clip, double lineWidth) {
        for (var segment : segments) {
            double w = Math.abs(segment[0] - segment[2]);
            double h = Math.abs(segment[1] - segment[3]);
            if (lineWidth <= 2 * THIN && Math.min(w, h) <= LEAN) {
                line(Math.min(segment[0], segment[2]), Math.min(segment[1], segment[3]), w, h, clip);
            }
        }
    }

    void fill(Rectangle2D clip) {
        for (var each : shapes) {
            if (Math.min(each.getWidth(), each.getHeight()) <= THIN) {
                line(each.getX(), each.getY(), each.getWidth(), each.getHeight(), clip);
            }
        }
    }

    private void line(double x, double y, double w, double h, Rectangle2D clip) {
        if (Math.max(w, h) < SHORT || rulings.size() > MAX_RULINGS) {
            return;
        }
        boolean horizontal = w >= h;
        double at = horizontal ? y + h / 2 : x + w / 2;
        double from = Math.max(horizontal ? x : y, horizontal ? clip.getMinX() : clip.getMinY());
        double to = Math.min(horizontal ? x + w : y + h, horizontal ? clip.getMaxX() : clip.getMaxY());
        boolean inside = horizontal ? at >= clip.getMinY() - 1 && at <= clip.getMaxY() + 1
                : at >= clip.getMinX() - 1 && at <= clip.getMaxX() + 1;
        if (inside && to - from >= SHORT) {
            rulings.add(new Ruling(horizontal, at, from, to));
        }
    }
}
