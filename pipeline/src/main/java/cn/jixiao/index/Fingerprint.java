package cn.jixiao.index;

import cn.jixiao.document.Document;
import cn.jixiao.document.Marginal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;

/// What a report's words and its numbers are like, in few bytes: the share of equal places of two sketches estimates the
/// share of what the two have in common (Broder's min-wise hashing). Words alone would take two counties that fill in
/// one form for one report; their numbers tell them apart.
///
/// @param words of runs of five characters, white space, signs and running heads left out
/// @param numbers of the numbers, the second time one stands there being another
/// @param length characters that went in
record Fingerprint(int[] words, int[] numbers, int length) {

    static final int SIZE = 64;
    private static final int RUN = 5;
    private static final int[] FACTORS = new int[SIZE];
    private static final int[] OFFSETS = new int[SIZE];

    static {
        // Fixed, so that fingerprints of different imports compare.
        var random = new java.util.SplittableRandom(20_200_225);
        for (int i = 0; i < SIZE; i++) {
            FACTORS[i] = random.nextInt() | 1;
            OFFSETS[i] = random.nextInt();
        }
    }

    static Fingerprint of(Document document) {
        var text = bare(document);
        var words = empty();
        for (int i = 0; i + RUN <= text.length(); i++) {
            int hash = 0;
            for (int j = i; j < i + RUN; j++) {
                hash = hash * 0x01000193 + text.charAt(j);
            }
            mix(words, hash);
        }
        return new Fingerprint(words, numbers(text), text.length());
    }

    /// Letters, digits and decimal points, folded; what is printed on every page left out.
    private static String bare(Document document) {
        var bare = new StringBuilder(document.text().length());
        for (var block : document.blocks()) {
            if (block instanceof Marginal) {
                continue;
            }
            for (int i = block.span().start(); i < block.span().end(); i++) {
                char c = Folding.fold(document.text().charAt(i));
                if (Character.isLetterOrDigit(c) || c == '.') {
                    bare.append(c);
                } else if (bare.length() > 0 && c != ',' && isDigit(bare.charAt(bare.length() - 1))) {
                    // Numbers of neighbouring cells stay two.
                    bare.append(' ');
                }
            }
        }
        return bare.toString();
    }

    private static int[] numbers(String text) {
        var numbers = empty();
        var seen = new HashMap<String, Integer>();
        for (int i = 0; i < text.length(); i++) {
            int end = i;
            while (end < text.length() && (isDigit(text.charAt(end)) || end > i && text.charAt(end) == '.')) {
                end++;
            }
            if (end > i) {
                var number = text.substring(i, end);
                mix(numbers, number.hashCode() * 31 + seen.merge(number, 1, Integer::sum));
                i = end;
            }
        }
        return numbers;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int[] empty() {
        var sketch = new int[SIZE];
        Arrays.fill(sketch, Integer.MAX_VALUE);
        return sketch;
    }

    private static void mix(int[] sketch, int hash) {
        int spread = hash * 0x9E3779B1;
        spread ^= spread >>> 15;
        for (int i = 0; i < SIZE; i++) {
            int value = spread * FACTORS[i] + OFFSETS[i];
            value ^= value >>> 16;
            value *= 0x85EBCA6B;
            value ^= value >>> 13;
            // Without a branch, so that the compiler takes several places at once.
            sketch[i] = Math.min(sketch[i], value);
        }
    }

    /// The estimated share of what two sketches have in common, from 0 to 1.
    static double alike(int[] one, int[] other) {
        int equal = 0;
        for (int i = 0; i < SIZE; i++) {
            if (one[i] == other[i]) {
                equal++;
            }
        }
        return (double) equal / SIZE;
    }

    byte[] bytes() {
        var bytes = ByteBuffer.allocate((2 * SIZE + 1) * Integer.BYTES);
        for (int each : words) {
            bytes.putInt(each);
        }
        for (int each : numbers) {
            bytes.putInt(each);
        }
        return bytes.putInt(length).array();
    }

    static Fingerprint of(byte[] stored) {
        var bytes = ByteBuffer.wrap(stored);
        var words = new int[SIZE];
        var numbers = new int[SIZE];
        for (int i = 0; i < SIZE; i++) {
            words[i] = bytes.getInt();
        }
        for (int i = 0; i < SIZE; i++) {
            numbers[i] = bytes.getInt();
        }
        return new Fingerprint(words, numbers, bytes.getInt());
    }
}
