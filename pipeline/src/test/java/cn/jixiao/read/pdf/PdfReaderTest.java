package cn.jixiao.read.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.Seed;
import cn.jixiao.document.Block;
import cn.jixiao.document.Document;
import cn.jixiao.document.Marginal;
import cn.jixiao.document.Paragraph;
import cn.jixiao.document.Problem;
import cn.jixiao.document.Span;
import cn.jixiao.document.Table;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

    private static final List<List<String>> GRID = List.of(
            List.of("Name", "2022", "2023"), List.of("alpha", "12.5", "13"), List.of("beta", "7", "1,204.00"));

    @Test
    void aRuledGridIsATable() throws IOException {
        try (var printer = new Printer()) {
            var document = printer.grid(80, 100, 120, 20, GRID).read();
            assertEquals("Name\t2022\t2023\nalpha\t12.5\t13\nbeta\t7\t1,204.00", text(document.tables().findFirst()
                    .orElseThrow(), document));
            assertEquals(List.of(), document.problems());
        }
    }

    @Test
    void boxesAreWhereWordsArePrinted() throws IOException {
        try (var printer = new Printer()) {
            var document = printer.text(100, 200, "paid 3580.69 in all").read();
            int start = document.text().indexOf("3580.69");
            var box = document.layout().places(new Span(start, start + 7)).getFirst().box();
            assertEquals(100 + Printer.width("paid "), box.left(), 0.1);
            assertEquals(100 + Printer.width("paid 3580.69"), box.right(), 0.1);
            assertTrue(box.top() < 200 && 200 < box.bottom(), box.toString());
        }
    }

    @Test
    void aTableGoesOnOverThePageAndDropsTheHeaderPrintedAgain() throws IOException {
        try (var printer = new Printer()) {
            printer.grid(80, 700, 120, 20, GRID).text(290, 810, "- 1 -");
            printer.page().grid(80, 60, 120, 20, List.of(GRID.getFirst(), List.of("gamma", "1", "2")))
                    .text(290, 810, "- 2 -");
            var document = printer.read();
            assertEquals("Name\t2022\t2023\nalpha\t12.5\t13\nbeta\t7\t1,204.00\ngamma\t1\t2",
                    text(document.tables().findFirst().orElseThrow(), document));
            assertEquals(1, document.tables().count());
            assertEquals(List.of("- 1 -", "Name 2022 2023", "- 2 -"), words(document, Marginal.class));
        }
    }

    @Test
    void aTableInACellIsNested() throws IOException {
        try (var printer = new Printer()) {
            printer.grid(60, 80, 230, 120, List.of(List.of("Goals", ""), List.of("Spent", "41")));
            var document = printer.grid(310, 100, 60, 20, List.of(List.of("North", "17"), List.of("South", "8"))).read();
            var table = document.tables().findFirst().orElseThrow();
            assertEquals(1, document.tables().count());
            var cell = table.at(0, 1).orElseThrow();
            assertEquals("North\t17\nSouth\t8", text(cell.nested().getFirst(), document));
            assertEquals("8", document.textOf(cell.nested().getFirst().at(1, 1).orElseThrow().span()));
            assertEquals("Goals\tNorth\t17\nSouth\t8\nSpent\t41", text(table, document));
            int south = document.text().indexOf("South");
            assertEquals(314, document.layout().places(new Span(south, south + 5)).getFirst().box().left(), 0.1);
            assertEquals(List.of(), document.problems());
        }
    }

    @Test
    void differentTablesOnFollowingPagesStayApart() throws IOException {
        try (var printer = new Printer()) {
            printer.grid(80, 700, 120, 20, GRID).page().grid(80, 60, 90, 20, GRID);
            assertEquals(2, printer.read().tables().count());
        }
    }

    @Test
    void aTableWithoutRulingsIsFoundByItsColumns() throws IOException {
        try (var printer = new Printer()) {
            printer.text(80, 80, "The figures of the year are these, as told before the council.");
            String[][] rows = {{"County", "Target", "Done"}, {"North", "120", "97.5"}, {"South", "80", "81.2"},
                {"West", "1,350", "940"}};
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < 3; c++) {
                    printer.text(90 + c * 130, 120 + r * 16, rows[r][c]);
                }
            }
            var document = printer.read();
            assertEquals("County\tTarget\tDone\nNorth\t120\t97.5\nSouth\t80\t81.2\nWest\t1,350\t940",
                    text(document.tables().findFirst().orElseThrow(), document));
        }
    }

    @Test
    void wordsBetweenThreeLinesAreATable() throws IOException {
        try (var printer = new Printer()) {
            printer.text(80, 60, "The offices and what they do are these.");
            for (double y : new double[] {80, 100, 170}) {
                printer.rule(80, y, 500, y, Printer.Pen.STROKE);
            }
            String[][] rows = {{"Office", "Duty", "Place"}, {"North", "mediation and", "Hall A"}, {"", "legal aid", ""},
                {"South", "inspection", "Hall B"}, {"West", "training", "Hall C"}};
            for (int r = 0; r < rows.length; r++) {
                for (int c = 0; c < 3; c++) {
                    printer.text(90 + c * 150, 94 + r * 16, rows[r][c]);
                }
            }
            var document = printer.text(80, 200, "Nothing else was told of them.").read();
            assertEquals("Office\tDuty\tPlace\nNorth\tmediation and legal aid\tHall A\nSouth\tinspection\tHall B\n"
                    + "West\ttraining\tHall C", text(document.tables().findFirst().orElseThrow(), document));
            assertEquals(2, words(document, Paragraph.class).size());
        }
    }

    @Test
    void proseBetweenLinesIsNoTable() throws IOException {
        try (var printer = new Printer()) {
            for (double y : new double[] {60, 80, 300}) {
                printer.rule(70, y, 520, y, Printer.Pen.STROKE);
            }
            for (int i = 0; i < 12; i++) {
                printer.text(72, 74 + i * 15, "In the year 2023 the bureau spent 40 of 52 millions on roads and 12 on");
            }
            assertEquals(0, printer.read().tables().count());
        }
    }

    @Test
    void proseIsNoTable() throws IOException {
        try (var printer = new Printer()) {
            for (int i = 0; i < 12; i++) {
                printer.text(70, 100 + i * 15, "In the year 2023 the bureau spent 40 of 52 millions on roads and 12 "
                        + "on schools and");
            }
            var document = printer.read();
            assertEquals(0, document.tables().count());
            assertEquals(1, words(document, Paragraph.class).size());
        }
    }

    @Test
    void aParagraphGoesOnOverThePageAndTheFooterStandsAfterIt() throws IOException {
        try (var printer = new Printer()) {
            for (int page = 1; page <= 3; page++) {
                printer.text(70, 40, "Report of the bureau");
                for (int i = 0; i < 40; i++) {
                    printer.text(70, 80 + i * 17, "words that fill the whole line up to its end and go on with no stop "
                            + "in sight of it");
                }
                printer.text(290, 812, String.valueOf(page));
                if (page < 3) {
                    printer.page();
                }
            }
            var document = printer.read();
            assertEquals(1, words(document, Paragraph.class).size());
            assertEquals(List.of("1", "2", "3"), document.blocks().stream().filter(block ->
                    block instanceof Marginal(Span span, Marginal.Kind kind) && kind == Marginal.Kind.PAGE_NUMBER)
                    .map(block -> document.textOf(block.span())).toList());
        }
    }

    @Test
    void footnotesAreSetApartAndDoNotCutTheParagraph() throws IOException {
        try (var printer = new Printer()) {
            for (int page = 0; page < 2; page++) {
                for (int i = 0; i < 30; i++) {
                    printer.text(70, 80 + i * 17, "words that fill the whole line up to its end and go on with no stop "
                            + "in sight of it");
                }
                if (page == 0) {
                    printer.text(70, 740, 7.5, "1 The count includes what two offices did together and was told by").text(70,
                            750, 7.5, "both of them.").text(70, 760, 7.5, "* Not audited.").text(290, 812, "1").page();
                }
            }
            var document = printer.read();
            assertEquals(1, words(document, Paragraph.class).size());
            assertEquals(List.of("1 The count includes what two offices did together and was told by both of them.",
                    "* Not audited."), document.blocks().stream().filter(block ->
                    block instanceof Marginal(Span span, Marginal.Kind kind) && kind == Marginal.Kind.FOOTNOTE)
                    .map(block -> document.textOf(block.span())).toList());
        }
    }

    @Test
    void wordsPrintedTwiceForBoldnessAreReadOnce() throws IOException {
        try (var printer = new Printer()) {
            assertEquals("Total 11.1", printer.text(80, 100, "Total 11.1").text(80.3, 100, "Total 11.1").read().text());
        }
    }

    @Test
    void aTitleOverEveryFormIsNoRunningHeader() throws IOException {
        try (var printer = new Printer()) {
            for (int page = 1; page <= 4; page++) {
                printer.text(200, 60, 16, "Form of self-evaluation").text(70, 30, "Bureau of finance");
                printer.grid(80, 100, 120, 20, List.of(List.of("Project", "p" + page), List.of("Spent", "1" + page)));
                if (page < 4) {
                    printer.page();
                }
            }
            var document = printer.read();
            assertEquals(4, words(document, Paragraph.class).stream()
                    .filter("Form of self-evaluation"::equals).count());
            assertEquals(4, words(document, Marginal.class).size());
            assertEquals(4, document.tables().count());
        }
    }

    @Test
    void linesThatOverlapAreNotMingled() throws IOException {
        try (var printer = new Printer()) {
            assertEquals("Working Paper 1299\nFebruary 2011",
                    printer.text(80, 100, "Working Paper 1299").text(80, 104, "February 2011").read().text());
        }
    }

    @Test
    void raisedLettersStayInTheirLine() throws IOException {
        try (var printer = new Printer()) {
            double end = 80 + Printer.width("spent 40");
            assertEquals("spent 40 2 in all", printer.text(80, 100, "spent 40").text(end + 3, 97, "2")
                    .text(end + 12, 100, "in all").read().text());
        }
    }

    @Test
    void invisibleTextIsReadOnlyWhereItIsAllThereIs() throws IOException {
        try (var printer = new Printer()) {
            printer.stream().setRenderingMode(RenderingMode.NEITHER);
            var document = printer.text(80, 100, "found by a scanner").read();
            assertEquals("found by a scanner", document.text());
            assertEquals(List.of(Problem.Kind.READ_BY_OCR), kinds(document));
        }
    }

    @Test
    void turnedPagesReadLikeUprightOnes() throws IOException {
        for (int rotation : new int[] {90, 180, 270}) {
            try (var printer = new Printer()) {
                var document = printer.grid(80, 100, 120, 20, GRID).rotated(rotation).read();
                assertEquals("Name\t2022\t2023\nalpha\t12.5\t13\nbeta\t7\t1,204.00",
                        text(document.tables().findFirst().orElseThrow(), document), "rotation " + rotation);
            }
        }
    }

    @Test
    void scansAreNamed() throws IOException {
        try (var printer = new Printer()) {
            printer.text(80, 100, "One page of text that can be read.");
            printer.page();
            image(printer);
            var mixed = printer.read();
            assertEquals(List.of(new Problem(Problem.Kind.PAGE_SCANNED, "第2页", "")), mixed.problems());
        }
        try (var printer = new Printer()) {
            image(printer);
            var scanned = printer.read();
            assertEquals(List.of(Problem.Kind.SCANNED), kinds(scanned));
            assertEquals(Document.Status.NEEDS_OCR, scanned.status());
        }
    }

    private static void image(Printer printer) throws IOException {
        var image = LosslessFactory.createFromImage(printer.document(),
                new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB));
        printer.stream().drawImage(image, 10, 10, 560, 800);
    }

    @Test
    void onlyAUserPasswordLocks() throws IOException {
        assertEquals(List.of(Problem.Kind.ENCRYPTED), kinds(Printer.read(locked("secret"))));
        assertEquals("in the open", Printer.read(locked("")).text());
    }

    private static byte[] locked(String userPassword) throws IOException {
        try (var printer = new Printer()) {
            printer.text(80, 100, "in the open");
            var policy = new StandardProtectionPolicy("owner", userPassword, new AccessPermission());
            policy.setEncryptionKeyLength(128);
            printer.document().protect(policy);
            return printer.bytes();
        }
    }

    @Test
    void damagedFilesAreDocumentsWithAProblem() throws IOException {
        assertEquals(Document.Status.FAILED, Printer.read("%PDF-1.7 and then nothing".getBytes()).status());
        byte[] whole;
        try (var printer = new Printer()) {
            whole = printer.grid(80, 100, 120, 20, GRID).bytes();
        }
        long seed = Seed.next();
        System.out.println("damagedFilesAreDocumentsWithAProblem seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            var bytes = java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int j = random.nextInt(20); j > 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            var document = Printer.read(bytes);
            assertFalse(document.text().isEmpty() && document.problems().isEmpty(), "seed " + seed + " round " + i);
        }
    }

    static String text(Table table, Document document) {
        return table.span().of(document.text());
    }

    static List<String> words(Document document, Class<? extends Block> kind) {
        return document.blocks().stream().filter(kind::isInstance).map(block -> document.textOf(block.span()))
                .collect(Collectors.toList());
    }

    private static List<Problem.Kind> kinds(Document document) {
        return document.problems().stream().map(Problem::kind).toList();
    }
}
