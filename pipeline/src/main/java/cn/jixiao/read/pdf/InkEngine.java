package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/// Runs the drawing instructions of a page once and keeps its glyphs, straight lines and the room images take.
///
/// Nothing is rendered and no image is decoded. Clipping is followed by bounding boxes: what lies outside them cannot
/// be seen; what lies inside is kept though a finer clip might hide it, since losing a digit is worse.
final class InkEngine extends PDFGraphicsStreamEngine {

    /// Pages beyond it are drawings or attacks, not reports.
    static final int MAX_GLYPHS = 150_000;

    /// The em box above and below the base line, as fonts of Han characters have it.
    private static final double ASCENT = 0.86;
    private static final double DESCENT = 0.14;

    /// A table too wide for its page is cut by the printer, not by its author: words just outside are still read.
    private static final double OVERFLOW = 100;
    private static final double NEAR_EDGE = 2;

    private final int number;
    private final AffineTransform toShown;
    private final double width;
    private final double height;
    private final List<Glyph> glyphs = new ArrayList<>();
    private final PathInk path = new PathInk();
    private final Deque<Rectangle2D> clips = new ArrayDeque<>();
    private final Map<PDFont, Boolean> bold = new IdentityHashMap<>();
    private @Nullable PDFont last;
    private boolean lastBold;
    private Rectangle2D clip;
    private boolean clipPending;
    private double imageArea;
    private boolean cut;

    InkEngine(PDPage page, int number) {
        super(page);
        this.number = number;
        var crop = page.getCropBox();
        boolean sideways = page.getRotation() % 180 != 0;
        width = sideways ? crop.getHeight() : crop.getWidth();
        height = sideways ? crop.getWidth() : crop.getHeight();
        toShown = switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> new AffineTransform(0, 1, 1, 0, -crop.getLowerLeftY(), -crop.getLowerLeftX());
            case 180 -> new AffineTransform(-1, 0, 0, 1, crop.getUpperRightX(), -crop.getLowerLeftY());
            case 270 -> new AffineTransform(0, -1, -1, 0, crop.getUpperRightY(), crop.getUpperRightX());
            default -> new AffineTransform(1, 0, 0, -1, -crop.getLowerLeftX(), crop.getUpperRightY());
        };
        clip = overflowing(new Rectangle2D.Double(0, 0, width, height));
    }

    /// @throws IOException if the page's instructions cannot be read; what came before is kept, see [#ink]
    void run() throws IOException {
        processPage(getPage());
        for (var annotation : getPage().getAnnotations()) {
            if (isPrinted(annotation)) {
                showAnnotation(annotation);
            }
        }
    }

    /// What has been collected so far.
    PageInk ink() {
        double share = Math.min(1, imageArea / Math.max(1, width * height));
        return new PageInk(number, width, height, glyphs, path.rulings(), share, cut);
    }

    /// Filled-in form fields and typed notes are part of what a person sees; pop-ups and links are not.
    private static boolean isPrinted(PDAnnotation annotation) {
        return !annotation.isHidden() && !annotation.isNoView()
                && (annotation instanceof PDAnnotationWidget || "FreeText".equals(annotation.getSubtype()));
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (glyphs.size() >= MAX_GLYPHS) {
            cut = true;
            return;
        }
        var text = TextLayer.meaning(font, code);
        if (text.isEmpty()) {
            return;
        }
        var origin = shown(matrix, 0, 0);
        var end = shown(matrix, displacement.getX(), 0);
        var up = shown(matrix, 0, 1);
        double tall = length(up.x - origin.x, up.y - origin.y);
        double size = tall * emOf(font);
        double reach = length(end.x - origin.x, end.y - origin.y);
        double ux = (up.x - origin.x) / Math.max(1e-6, tall);
        double uy = (up.y - origin.y) / Math.max(1e-6, tall);
        var glyph = glyph(text, origin, end, ux, uy, size, reach == 0 ? size * 0.5 : reach, font);
        if (clip.intersects(glyph.centreX() - 1, glyph.centreY() - 1, 2, 2)) {
            glyphs.add(glyph);
        }
    }

    /// As [Math#hypot], which is slow, and hardly ever needed: most text runs along the axes.
    private static double length(double x, double y) {
        return x == 0 ? Math.abs(y) : y == 0 ? Math.abs(x) : Math.hypot(x, y);
    }

    /// @param ux,uy where the glyph's upper side points, of length 1
    private Glyph glyph(String text, Point2D.Double origin, Point2D.Double end, double ux, double uy, double size,
            double reach, PDFont font) {
        int turn = turn(ux, uy);
        // Where a font gives no width the box still needs one, along the base line.
        double ex = end.equals(origin) ? origin.x - uy * reach : end.x;
        double ey = end.equals(origin) ? origin.y + ux * reach : end.y;
        double upX = ux * size * ASCENT;
        double upY = uy * size * ASCENT;
        double downX = ux * size * DESCENT;
        double downY = uy * size * DESCENT;
        var box = new Box(min(origin.x + upX, origin.x - downX, ex + upX, ex - downX),
                min(origin.y + upY, origin.y - downY, ey + upY, ey - downY),
                max(origin.x + upX, origin.x - downX, ex + upX, ex - downX),
                max(origin.y + upY, origin.y - downY, ey + upY, ey - downY));
        return new Glyph(text, box.left(), box.top(), box.right(), box.bottom(), size, turn, isBold(font), isHidden(),
                box);
    }

    /// Quarters clockwise from upright, by where the glyph's upper side points.
    private static int turn(double ux, double uy) {
        if (Math.abs(ux) < 0.17) {
            return uy <= 0 ? 0 : 2;
        }
        return Math.abs(uy) < 0.17 ? (ux > 0 ? 1 : 3) : Glyph.OBLIQUE;
    }

    private boolean isHidden() {
        var mode = getGraphicsState().getTextState().getRenderingMode();
        return mode == RenderingMode.NEITHER || mode == RenderingMode.NEITHER_CLIP;
    }

    private boolean isBold(PDFont font) {
        // Long stretches are of one font.
        if (last != font) {
            last = font;
            lastBold = bold.computeIfAbsent(font, TextLayer::isBold);
        }
        return lastBold;
    }

    /// Type 3 fonts choose their own unit; their box tells how tall an em is.
    private static double emOf(PDFont font) {
        if (!(font instanceof PDType3Font type3)) {
            return 1;
        }
        var box = type3.getFontBBox();
        double tall = box == null ? 0 : box.getHeight() * Math.abs(type3.getFontMatrix().getScaleY());
        return tall > 0.2 && tall < 100 ? tall : 1;
    }

    private Point2D.Double shown(Matrix matrix, double x, double y) {
        double px = x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX();
        double py = x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY();
        return shown(px, py);
    }

    private Point2D.Double shown(double x, double y) {
        var point = new Point2D.Double(x, y);
        toShown.transform(point, point);
        return point;
    }

    private static double min(double a, double b, double c, double d) {
        return Math.min(Math.min(a, b), Math.min(c, d));
    }

    private static double max(double a, double b, double c, double d) {
        return Math.max(Math.max(a, b), Math.max(c, d));
    }

    @Override
    protected void showType3Glyph(Matrix matrix, PDType3Font font, int code, Vector displacement) throws IOException {
        // The drawing inside a Type 3 glyph is no ruling; the glyph itself counts.
        showGlyph(matrix, font, code, displacement);
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        var before = clip;
        super.showForm(form);
        clip = before;
    }

    @Override
    public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
        var before = clip;
        super.showTransparencyGroup(group);
        clip = before;
    }

    @Override
    public void saveGraphicsState() {
        super.saveGraphicsState();
        clips.push(clip);
    }

    @Override
    public void restoreGraphicsState() {
        super.restoreGraphicsState();
        if (!clips.isEmpty()) {
            clip = clips.pop();
        }
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        closePath();
    }

    @Override
    public void drawImage(PDImage image) {
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        var a = shown(matrix, 0, 0);
        var b = shown(matrix, 1, 1);
        var box = new Rectangle2D.Double(Math.min(a.x, b.x), Math.min(a.y, b.y), Math.abs(a.x - b.x),
                Math.abs(a.y - b.y)).createIntersection(clip);
        if (!box.isEmpty()) {
            imageArea += box.getWidth() * box.getHeight();
        }
    }

    @Override
    public void clip(int windingRule) {
        clipPending = true;
    }

    @Override
    public void moveTo(float x, float y) {
        var point = shown(x, y);
        path.moveTo(point.x, point.y);
    }

    @Override
    public void lineTo(float x, float y) {
        var point = shown(x, y);
        path.lineTo(point.x, point.y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        var point = shown(x3, y3);
        path.curveTo(point.x, point.y);
    }

    @Override
    public Point2D getCurrentPoint() {
        try {
            return toShown.inverseTransform(path.current(), null);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new AssertionError("pages are only turned and mirrored", e);
        }
    }

    @Override
    public void closePath() {
        path.close();
    }

    @Override
    public void endPath() {
        if (clipPending) {
            clip = clip.createIntersection(overflowing(path.bounds()));
            if (clip.getWidth() < 0 || clip.getHeight() < 0) {
                clip = new Rectangle2D.Double();
            }
            clipPending = false;
        }
        path.clear();
    }

    /// A clip at the edge of the page is no reason to lose the end of a table that runs over it.
    private Rectangle2D overflowing(Rectangle2D box) {
        double left = box.getMinX() < NEAR_EDGE ? -OVERFLOW : box.getMinX();
        double top = box.getMinY() < NEAR_EDGE ? -OVERFLOW : box.getMinY();
        double right = box.getMaxX() > width - NEAR_EDGE ? width + OVERFLOW : box.getMaxX();
        double bottom = box.getMaxY() > height - NEAR_EDGE ? height + OVERFLOW : box.getMaxY();
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }

    @Override
    public void strokePath() {
        double scale = Math.abs(getGraphicsState().getCurrentTransformationMatrix().getScalingFactorX());
        path.stroke(clip, getGraphicsState().getLineWidth() * scale);
        endPath();
    }

    @Override
    public void fillPath(int windingRule) {
        path.fill(clip);
        endPath();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        path.fill(clip);
        strokePath();
    }

    @Override
    public void shadingFill(@Nullable COSName shadingName) {
        // Colour carries no text and no line.
    }
}
