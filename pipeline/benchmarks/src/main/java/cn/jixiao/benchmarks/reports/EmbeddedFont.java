package cn.jixiao.benchmarks.reports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;

/// The font of the printed files: the characters that reports are made of, cut once out of a TrueType font and put into
/// every file, or, without one, a Chinese font that readers know by name.
final class EmbeddedFont {

    /// Named, not embedded; codes are UTF-16.
    static final EmbeddedFont NONE = new EmbeddedFont(null, Map.of());

    private final byte @org.jspecify.annotations.Nullable [] program;
    private final Map<Integer, Integer> glyphs;

    private EmbeddedFont(byte @org.jspecify.annotations.Nullable [] program, Map<Integer, Integer> glyphs) {
        this.program = program;
        this.glyphs = glyphs;
    }

    /// @param file a TrueType collection with Chinese outlines
    /// @param characters what is printed
    static EmbeddedFont of(Path file, SortedSet<Integer> characters) throws IOException {
        try (var fonts = new TrueTypeCollection(file.toFile())) {
            var made = new ArrayList<EmbeddedFont>();
            fonts.processAllFonts(font -> {
                if (made.isEmpty()) {
                    made.add(subset(font, characters));
                }
            });
            return made.getFirst();
        }
    }

    private static EmbeddedFont subset(TrueTypeFont font, SortedSet<Integer> characters) throws IOException {
        var subsetter = new TTFSubsetter(font);
        characters.forEach(subsetter::add);
        var out = new ByteArrayOutputStream();
        subsetter.writeToStream(out);
        var now = new HashMap<Integer, Integer>();
        subsetter.getGIDMap().forEach((fresh, old) -> now.put(old, fresh));
        var glyphs = new HashMap<Integer, Integer>();
        var cmap = font.getUnicodeCmapLookup();
        characters.forEach(each -> glyphs.put(each, now.getOrDefault(cmap.getGlyphId(each), 0)));
        return new EmbeddedFont(out.toByteArray(), Map.copyOf(glyphs));
    }

    /// Hexadecimal codes, as a page shows them.
    String codes(String words) {
        var codes = new StringBuilder();
        words.chars().forEach(c -> codes.append(String.format("%04X", program == null ? c : glyphs.getOrDefault(c, 0))));
        return codes.toString();
    }

    /// The objects that a file needs for it, the font first.
    ///
    /// @param first the number of the first
    List<byte[]> objects(int first) {
        var bytes = program;
        if (bytes == null) {
            return List.of(PrintedFile.ascii("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts ["
                    + (first + 1) + " 0 R] >>"), PrintedFile.ascii("<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
                    + " << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 [500] 814 939 500] /FontDescriptor " + (first + 2) + " 0 R >>"),
                    descriptor(""));
        }
        return List.of(PrintedFile.ascii("<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Song /Encoding /Identity-H /DescendantFonts [" + (first + 1)
                + " 0 R] /ToUnicode " + (first + 4) + " 0 R >>"),
                PrintedFile.ascii("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
                        + " /Supplement 0 >> /DW 1000 /CIDToGIDMap /Identity /FontDescriptor " + (first + 2) + " 0 R >>"),
                descriptor("/FontFile2 " + (first + 3) + " 0 R"), PrintedFile.stream(bytes, "/Length1 " + bytes.length),
                PrintedFile.stream(PrintedFile.ascii(unicode()), ""));
    }

    private static byte[] descriptor(String file) {
        return PrintedFile.ascii("<< /Type /FontDescriptor /FontName /" + (file.isEmpty() ? "STSong-Light" : "ABCDEF+Song")
                + " /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 " + file + " >>");
    }

    /// Which character a code stands for.
    private String unicode() {
        var map = new StringBuilder("/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"
                + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
        var all = glyphs.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        for (int i = 0; i < all.size(); i += 100) {
            var some = all.subList(i, Math.min(all.size(), i + 100));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(each -> map.append(String.format("<%04X> <%04X>%n", each.getValue(), each.getKey())));
            map.append("endbfchar\n");
        }
        return map.append("endcmap end end").toString();
    }
}
