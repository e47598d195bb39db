package cn.jixiao.serve.compare;

import java.util.List;
import java.util.Locale;

/// A chart as shapes, for a template to write as SVG. Coordinates are rounded, so that the same table is drawn alike
/// everywhere.
///
/// @param title what it shows, for those who cannot see it
public record Drawing(int width, int height, String title, List<Shape> shapes) {

    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// What a chart is made of. `ink` is `axis`, `text`, `mark`, or the number of a series, `s1` to `s8`.
    public sealed interface Shape {
    }

    public record Line(String x1, String y1, String x2, String y2, String ink, int stroke) implements Shape {
    }

    public record Box(String x, String y, String width, String height, String ink, String title) implements Shape {
    }

    public record Dot(String x, String y, String radius, String ink, String title) implements Shape {
    }

    /// @param anchor `start`, `middle`, `end`
    public record Text(String x, String y, String anchor, String ink, String words) implements Shape {
    }

    static String at(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static Line line(double x1, double y1, double x2, double y2, String ink, int stroke) {
        return new Line(at(x1), at(y1), at(x2), at(y2), ink, stroke);
    }

    static Box box(double x, double y, double width, double height, String ink, String title) {
        return new Box(at(x), at(y), at(Math.max(0, width)), at(Math.max(0, height)), ink, title);
    }

    static Dot dot(double x, double y, double radius, String ink, String title) {
        return new Dot(at(x), at(y), at(radius), ink, title);
    }

    static Text text(double x, double y, String anchor, String ink, String words) {
        return new Text(at(x), at(y), anchor, ink, words);
    }

    /// The colour of an ink where no style sheet is: in a file of its own.
    public static String colour(String ink) {
        return switch (ink) {
            case "axis" -> "#c3ccc8";
            case "text" -> "#46524f";
            case "mark" -> "#b5532a";
            case "s1" -> "#0b6660";
            case "s2" -> "#b5532a";
            case "s3" -> "#3d5a9e";
            case "s4" -> "#8a6d1d";
            case "s5" -> "#7b4a8e";
            case "s6" -> "#4c7a34";
            case "s7" -> "#9c3a5c";
            default -> "#4f6672";
        };
    }
}
