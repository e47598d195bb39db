package cn.jixiao.read.ocr;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/// A picture in shades of grey, 0 black to 255 white.
final class Picture {

    static final int WHITE = 255;

    final int width;
    final int height;
    private final byte[] shades;

    Picture(int width, int height) {
        this.width = width;
        this.height = height;
        this.shades = new byte[width * height];
        Arrays.fill(shades, (byte) WHITE);
    }

    private Picture(int width, int height, byte[] shades) {
        this.width = width;
        this.height = height;
        this.shades = shades;
    }

    static Picture of(BufferedImage image) {
        var grey = image;
        if (image.getType() != BufferedImage.TYPE_BYTE_GRAY) {
            grey = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
            var pen = grey.createGraphics();
            pen.setColor(java.awt.Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.drawImage(image, 0, 0, null);
            pen.dispose();
        }
        var shades = ((DataBufferByte) grey.getRaster().getDataBuffer()).getData();
        return new Picture(grey.getWidth(), grey.getHeight(), shades.clone());
    }

    int at(int x, int y) {
        return shades[y * width + x] & 0xFF;
    }

    void set(int x, int y, int shade) {
        shades[y * width + x] = (byte) shade;
    }

    /// The bytes, row by row.
    byte[] shades() {
        return shades;
    }

    /// The shade that best parts ink from paper (Otsu, 1979).
    int threshold() {
        var counts = new long[256];
        for (var shade : shades) {
            counts[shade & 0xFF]++;
        }
        double all = 0;
        for (int i = 0; i < 256; i++) {
            all += (double) i * counts[i];
        }
        long below = 0;
        double sum = 0;
        double best = -1;
        int found = 128;
        for (int i = 0; i < 255; i++) {
            below += counts[i];
            sum += (double) i * counts[i];
            long above = shades.length - below;
            if (below == 0 || above == 0) {
                continue;
            }
            double apart = sum / below - (all - sum) / above;
            double between = (double) below * above * apart * apart;
            if (between > best) {
                best = between;
                found = i;
            }
        }
        return Math.clamp(found, 60, 200);
    }
}
