package cn.jixiao.mention;

import java.text.Normalizer;
import java.util.Arrays;

/// What each character is to the grammar. A document is read through a view of the same length in which full-width,
/// compatibility and traditional forms are spelled one way, so that offsets into the view are offsets into the text.
final class Glyphs {

    static final byte OTHER = 0;
    static final byte ARABIC = 1;
    /// 一 to 九, 零, 两 and their capitals; [#value] is what it counts.
    static final byte DIGIT = 2;
    /// 十 to 兆 and their capitals; [#value] is the power of ten.
    static final byte SCALE = 3;
    /// An opening quotation mark or title bracket.
    static final byte OPEN = 4;
    static final byte LINE = 5;
    static final byte HALF = 6;

    private static final char[] PLAIN = new char[1 << 16];
    private static final byte[] KIND = new byte[1 << 16];
    private static final byte[] VALUE = new byte[1 << 16];
    private static final boolean[] CAPITAL = new boolean[1 << 16];

    static {
        for (int c = 0; c < PLAIN.length; c++) {
            PLAIN[c] = (char) c;
        }
        compatibility('\u2F00', '\u2FDF');
        compatibility('\uF900', '\uFAFF');
        compatibility('\uFF01', '\uFF5E');
        same("，，；;：:", 2);
        same("\u00a0 \u1680 \u2000 \u2001 \u2002 \u2003 \u2004 \u2005 \u2006 \u2007 \u2008 \u2009 \u200a \u200b \u202f \u205f \u3000 \ufeff ", 2);
        same("≧≥⩾≥≦≤⩽≤﹥>﹤<﹪%﹣-–-—-―-−-‒-‑-∼~〜~˜~﹐,﹒.•·・·‧·∙·═=﹦=￥¥﹝〔﹞〕〇零○零", 2);
        same("萬万億亿點点兩两倆两餘余幾几個个圓圆貳贰貮贰參叁叄叁參叁陸陆負负雙双對对條条戶户間间臺台張张歲岁輛辆級级項项場场筆笔冊册幣币", 2);
        kind(ARABIC, "0123456789", 0);
        kind(DIGIT, "零一二三四五六七八九", 0);
        kind(DIGIT, "壹贰叁肆伍陆柒捌玖", 1);
        kind(DIGIT, "两", 2);
        kind(SCALE, "十百千万", 1);
        kind(SCALE, "拾佰仟", 1);
        kind(SCALE, "廿卅卌", 1);
        VALUE['卅'] = 1;
        VALUE['卌'] = 1;
        kind(SCALE, "亿", 8);
        kind(SCALE, "兆", 12);
        kind(OPEN, "“《「『‘", 0);
        kind(LINE, "\n", 0);
        kind(HALF, "半", 0);
        for (char c : "壹贰叁肆伍陆柒捌玖拾佰仟".toCharArray()) {
            CAPITAL[c] = true;
        }
    }

    private Glyphs() {
    }

    private static void compatibility(char first, char last) {
        for (char c = first; c <= last; c++) {
            var plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            if (plain.length() == 1) {
                PLAIN[c] = plain.charAt(0);
            }
        }
    }

    private static void same(String pairs, int width) {
        for (int i = 0; i + 1 < pairs.length(); i += width) {
            PLAIN[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
    }

    private static void kind(byte kind, String characters, int first) {
        for (int i = 0; i < characters.length(); i++) {
            KIND[characters.charAt(i)] = kind;
            VALUE[characters.charAt(i)] = (byte) (first + i);
        }
    }

    static char[] view(String text) {
        var view = text.toCharArray();
        for (int i = 0; i < view.length; i++) {
            view[i] = PLAIN[view[i]];
        }
        return view;
    }

    static String plain(String text) {
        return String.valueOf(view(text));
    }

    static byte kind(char c) {
        return KIND[c];
    }

    static int value(char c) {
        return VALUE[c];
    }

    static boolean capital(char c) {
        return CAPITAL[c];
    }

    static boolean arabic(char c) {
        return c >= '0' && c <= '9';
    }

    /// A character that a Chinese numeral is made of.
    static boolean chinese(char c) {
        return KIND[c] == DIGIT || KIND[c] == SCALE;
    }

    static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /// The kinds of all characters, for scans that must be fast.
    static byte[] kinds() {
        return Arrays.copyOf(KIND, KIND.length);
    }
}
