package cn.jixiao.read.ocr;

import cn.jixiao.document.Box;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;

/// How far a page lay askew on the scanner: the angle at which its rows of ink and of white differ most.
final class Skew {

    private static final double WIDEST = 4;
    private static final double STEP = 0.1;

    /// Smaller angles harm nothing.
    private static final double LEAST = 0.15;
    private static final int COARSE = 4;

    private final double degrees;
    private final AffineTransform turn;

    private Skew(double degrees, int width, int height) {
        this.degrees = degrees;
        this.turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), width / 2.0, height / 2.0);
    }

    static Skew of(Picture picture) {
        var ink = ink(picture);
        double best = 0;
        double most = contrast(ink, 0, picture) * 1.02;
        for (double angle = -WIDEST; angle <= WIDEST; angle += STEP) {
            double contrast = contrast(ink, angle, picture);
            if (contrast > most) {
                most = contrast;
                best = angle;
            }
        }
        return new Skew(Math.abs(best) < LEAST ? 0 : best, picture.width, picture.height);
    }

    double degrees() {
        return degrees;
    }

    /// The picture laid straight, as large as before.
    Picture straightened(BufferedImage image) {
        if (degrees == 0) {
            return Picture.of(image);
        }
        var straight = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        var pen = straight.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.drawImage(image, turn, null);
        pen.dispose();
        return Picture.of(straight);
    }

    /// Where a box of the straight page stood on the page before, as large as it is.
    ///
    /// @param scale points to a pixel
    Box before(Box box, double scale) {
        if (degrees == 0) {
            return box;
        }
        double x = (box.left() + box.right()) / 2;
        double y = (box.top() + box.bottom()) / 2;
        var centre = new Point2D.Double(x / scale, y / scale);
        try {
            turn.inverseTransform(centre, centre);
        } catch (java.awt.geom.NoninvertibleTransformException e) {
            throw new AssertionError("a rotation can be turned back", e);
        }
        double dx = centre.x * scale - x;
        double dy = centre.y * scale - y;
        return new Box(box.left() + dx, box.top() + dy, box.right() + dx, box.bottom() + dy);
    }

    /// Places of ink, x and y in turn, on a grid coarser than the picture.
    private static int[] ink(Picture picture) {
        int threshold = picture.threshold();
        var places = java.util.stream.IntStream.builder();
        for (int y = 0; y < picture.height; y += COARSE) {
            for (int x = 0; x < picture.width; x += COARSE) {
                if (picture.at(x, y) < threshold) {
                    places.add(x);
                    places.add(y);
                }
            }
        }
        return places.build().toArray();
    }

    /// How much the rows of the picture turned by an angle differ in ink.
    private static double contrast(int[] ink, double angle, Picture picture) {
        double sin = Math.sin(Math.toRadians(angle));
        double cos = Math.cos(Math.toRadians(angle));
        var rows = new double[(picture.height + picture.width) / COARSE + 2];
        double shift = picture.width * Math.sin(Math.toRadians(WIDEST)) + 1;
        for (int i = 0; i < ink.length; i += 2) {
            int row = (int) ((ink[i] * sin + ink[i + 1] * cos + shift) / COARSE);
            rows[Math.clamp(row, 0, rows.length - 1)]++;
        }
        double sum = 0;
        for (int i = 1; i < rows.length; i++) {
            sum += (rows[i] - rows[i - 1]) * (rows[i] - rows[i - 1]);
        }
        return sum;
    }
}
