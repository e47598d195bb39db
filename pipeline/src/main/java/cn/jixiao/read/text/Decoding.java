package cn.jixiao.read.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bytes become characters: by byte order mark, then by what the file declares if its bytes agree, then by the first
/// encoding that decodes without an error, UTF-8 before the Chinese ones; between those the commoner characters decide.
///
/// @param text without byte order mark
/// @param lossy whether some bytes had no meaning in the encoding
public record Decoding(String text, Charset charset, boolean lossy) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final Charset BIG5 = Charset.forName("Big5-HKSCS");
    private static final int SAMPLE = 200_000;

    /// @param declared the name the file gives (`gb2312`), or null
    public static Decoding of(byte[] bytes, @Nullable String declared) {
        var marked = marked(bytes);
        if (marked.isPresent()) {
            return decode(bytes, marked.get());
        }
        if (declared != null) {
            var named = named(declared).flatMap(charset -> strictly(bytes, charset));
            if (named.isPresent()) {
                return named.get();
            }
        }
        var wide = withoutMark(bytes);
        if (wide.isPresent()) {
            return decode(bytes, wide.get());
        }
        return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> chinese(bytes));
    }

    /// Whether the bytes can be text at all: no control characters but those that part lines and fields, and zero bytes
    /// only as the halves of UTF-16.
    public static boolean isText(byte[] bytes) {
        if (marked(bytes).isPresent() || withoutMark(bytes).isPresent()) {
            return true;
        }
        for (byte b : bytes) {
            if (b >= 0 && b < 0x20 && "\n\r\t\f\u000b\u001a\u001b".indexOf(b) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> marked(byte[] bytes) {
        int a = at(bytes, 0);
        int b = at(bytes, 1);
        if (a == 0xef && b == 0xbb && at(bytes, 2) == 0xbf) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (a == 0xff && b == 0xfe) {
            return Optional.of(at(bytes, 2) == 0 && at(bytes, 3) == 0 ? Charset.forName("UTF-32LE")
                    : StandardCharsets.UTF_16LE);
        }
        if (a == 0xfe && b == 0xff) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return a == 0x84 && b == 0x31 && at(bytes, 2) == 0x95 && at(bytes, 3) == 0x33 ? Optional.of(GB18030)
                : Optional.empty();
    }

    /// UTF-16 without a mark: line feeds and digits have a zero byte on one side only.
    private static Optional<Charset> withoutMark(byte[] bytes) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < Math.min(bytes.length, SAMPLE); i++) {
            if (bytes[i] == 0) {
                even += 1 - i % 2;
                odd += i % 2;
            }
        }
        int few = Math.max(2, Math.min(bytes.length, SAMPLE) / 200);
        if (odd >= few && even * 20 <= odd) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return even >= few && odd * 20 <= even ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Decoding chinese(byte[] bytes) {
        var first = commonInBig5(bytes) > commonInGb(bytes) ? BIG5 : GB18030;
        var second = first.equals(BIG5) ? GB18030 : BIG5;
        return strictly(bytes, first).or(() -> cut(bytes, StandardCharsets.UTF_8))
                .or(() -> strictly(bytes, second)).orElseGet(() -> decode(bytes, first));
    }

    /// A file that was cut in the middle of a character is still in its encoding.
    private static Optional<Decoding> cut(byte[] bytes, Charset charset) {
        var decoding = decode(bytes, charset);
        long wrong = decoding.text().chars().filter(c -> c == 0xfffd).count();
        return wrong * 1000 <= decoding.text().length() ? Optional.of(decoding) : Optional.empty();
    }

    /// The share of two-byte characters that are marks or of the first, common plane of GB 2312 (rows 16 to 55).
    private static double commonInGb(byte[] bytes) {
        return share(bytes, (lead, trail) -> trail >= 0xa1 && (lead >= 0xb0 && lead <= 0xd7
                || lead >= 0xa1 && lead <= 0xa3));
    }

    /// The same for Big5, whose common characters lie from A440 to C67E.
    private static double commonInBig5(byte[] bytes) {
        return share(bytes, (lead, trail) -> (trail >= 0x40 && trail <= 0x7e || trail >= 0xa1)
                && lead >= 0xa1 && lead <= 0xc6);
    }

    private interface Common {
        boolean test(int lead, int trail);
    }

    private static double share(byte[] bytes, Common common) {
        int pairs = 0;
        int found = 0;
        for (int i = 0; i + 1 < Math.min(bytes.length, SAMPLE); i++) {
            if (bytes[i] < 0) {
                pairs++;
                found += common.test(at(bytes, i), at(bytes, i + 1)) ? 1 : 0;
                i++;
            }
        }
        return pairs == 0 ? 0 : (double) found / pairs;
    }

    private static Optional<Charset> named(String name) {
        try {
            var lower = name.strip().toLowerCase(Locale.ROOT);
            return Optional.of(switch (lower) {
                case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb18030" -> GB18030;
                case "big5", "big5-hkscs", "cp950" -> BIG5;
                default -> Charset.forName(lower);
            });
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Optional<Decoding> strictly(byte[] bytes, Charset charset) {
        try {
            var text = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(new Decoding(text, charset, false));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Decoding decode(byte[] bytes, Charset charset) {
        var text = new String(bytes, charset);
        var bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        return new Decoding(bare, charset, bare.indexOf('\ufffd') >= 0);
    }

    private static int at(byte[] bytes, int index) {
        return index < bytes.length ? bytes[index] & 0xff : -1;
    }
}
