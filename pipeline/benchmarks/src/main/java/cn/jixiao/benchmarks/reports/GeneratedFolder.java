package cn.jixiao.benchmarks.reports;

import cn.jixiao.benchmarks.reports.GeneratedReport.Part;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Writes a folder of reports, a thousand to a folder in it. The first hundred of a thousand are the hundred.
///
/// `java -cp 'pipeline/benchmarks/target/lib/*' cn.jixiao.benchmarks.reports.GeneratedFolder FOLDER FILES [SEED [FONT.ttc [DOC...]]]`
///
/// With a font, PDF files carry the part of it that they use, as printed ones do; DOC files are copies of those given with
/// other digits, for no one writes Word 97 any more; without any they are web pages.
public final class GeneratedFolder {

    private static final int EARLIER = 13;

    private enum Kind { PDF, DOCX, DOC, XLSX, HTML, TXT, COPY, EDITION, BROKEN }

    private final long seed;
    private final EmbeddedFont font;
    private final List<byte[]> old = new ArrayList<>();

    private GeneratedFolder(long seed, EmbeddedFont font) {
        this.seed = seed;
        this.font = font;
    }

    public static void main(String[] arguments) throws IOException {
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
        var font = arguments.length > 3 ? EmbeddedFont.of(Path.of(arguments[3]), characters()) : EmbeddedFont.NONE;
        var folder = new GeneratedFolder(seed, font);
        for (var doc : Arrays.asList(arguments).subList(Math.min(arguments.length, 4), arguments.length)) {
            folder.old.add(Files.readAllBytes(Path.of(doc)));
        }
        folder.write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }

    /// What reports are made of, found by making some.
    private static TreeSet<Integer> characters() {
        var all = new TreeSet<Integer>();
        " 　0123456789.%".chars().forEach(all::add);
        for (int i = 0; i < 200; i++) {
            text(GeneratedReport.of(new Random(i))).chars().filter(c -> c >= ' ').forEach(all::add);
        }
        return all;
    }

    private void write(Path folder, int files) throws IOException {
        for (int i = 0; i < files; i++) {
            var kind = kind(i);
            var ending = (kind == Kind.COPY ? kind(i - EARLIER) : kind).name().toLowerCase(java.util.Locale.ROOT);
            var file = folder.resolve(String.format("%03d/%05d.%s", i / 1000, i, switch (kind) {
                case EDITION -> "docx";
                case BROKEN -> "pdf";
                default -> ending;
            }));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(i, kind));
        }
    }

    /// Of a hundred files: 35 PDF, 30 Word, 8 Word 97, 7 Excel, 10 web pages, 4 texts, and 2 copies, 2 editions, 2 broken.
    private static Kind kind(int i) {
        int place = Math.floorMod(i * 37, 100);
        return place < 35 ? Kind.PDF : place < 65 ? Kind.DOCX : place < 73 ? Kind.DOC : place < 80 ? Kind.XLSX : place < 90 ? Kind.HTML
                : place < 94 ? Kind.TXT : i < EARLIER || place >= 98 ? Kind.BROKEN : place < 96 && original(i) ? Kind.COPY : Kind.EDITION;
    }

    /// Whether the file that it would be a copy of is none itself.
    private static boolean original(int i) {
        return Math.floorMod((i - EARLIER) * 37, 100) < 94;
    }

    private byte[] bytes(int i, Kind kind) {
        var random = new Random(seed * 1_000_003 + i);
        return switch (kind) {
            case PDF -> PrintedFile.of(GeneratedReport.of(random), font);
            case DOCX -> WordFile.of(GeneratedReport.of(random));
            case XLSX -> SheetFile.of(GeneratedReport.of(random));
            case DOC -> old.isEmpty() ? page(GeneratedReport.of(random)) : oldWord(random);
            case HTML -> page(GeneratedReport.of(random));
            case TXT -> text(GeneratedReport.of(random)).getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
            case COPY -> bytes(i - EARLIER, kind(i - EARLIER));
            case EDITION -> WordFile.of(GeneratedReport.of(new Random(seed * 1_000_003 + i - EARLIER)).revised());
            case BROKEN -> broken(random);
        };
    }

    private byte[] broken(Random random) {
        var whole = PrintedFile.of(GeneratedReport.of(random), font);
        return switch (random.nextInt(3)) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(WordFile.of(GeneratedReport.of(random)), 2000);
            default -> Arrays.copyOf(whole, 400);
        };
    }

    /// Other digits in the same places: Word 97 keeps text as UTF-16, a digit beside Chinese characters is one of the text.
    private byte[] oldWord(Random random) {
        var made = old.get(random.nextInt(old.size())).clone();
        for (int i = 2; i + 3 < made.length; i += 2) {
            boolean digit = made[i + 1] == 0 && made[i] >= '1' && made[i] <= '9';
            if (digit && (chinese(made[i - 1]) || chinese(made[i + 3]))) {
                made[i] = (byte) ('1' + random.nextInt(9));
            }
        }
        return made;
    }

    /// Whether the upper half of a unit is that of a Chinese character.
    private static boolean chinese(byte upper) {
        return (upper & 0xFF) >= 0x4E && (upper & 0xFF) <= 0x9F;
    }

    private static String text(GeneratedReport report) {
        return report.parts().stream().map(part -> switch (part) {
            case Part.Heading heading -> heading.words();
            case Part.Text text -> "　　" + text.words();
            case Part.Table table -> table.rows().stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n"));
        }).collect(Collectors.joining("\n")) + "\n";
    }

    /// A page of a government's portal.
    private static byte[] page(GeneratedReport report) {
        var style = "style=\"margin:0pt;text-indent:32pt;line-height:28pt;font-family:仿宋;font-size:16pt\"";
        var body = report.parts().stream().map(part -> switch (part) {
            case Part.Heading heading -> "<h2 " + style + ">" + heading.words() + "</h2>";
            case Part.Text text -> "<p " + style + "><span " + style + ">" + text.words() + "</span></p>";
            case Part.Table table -> "<table border=\"1\">" + table.rows().stream().map(row -> "<tr>" + row.stream()
                    .map(cell -> "<td " + style + ">" + cell + "</td>").collect(Collectors.joining()) + "</tr>").collect(Collectors.joining()) + "</table>";
        }).collect(Collectors.joining("\n"));
        return ("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + report.title() + "</title><style>p{margin:0}</style></head><body><div class=\"nav\">"
                + "<a href=\"/\">首页</a> <a href=\"/xxgk\">政府信息公开</a> <a href=\"/zwfw\">政务服务</a></div><div class=\"content\">" + body
                + "</div><div class=\"foot\">主办单位：人民政府办公室</div></body></html>").getBytes(StandardCharsets.UTF_8);
    }
}
