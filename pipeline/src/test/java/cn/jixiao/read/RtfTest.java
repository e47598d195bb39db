package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.jixiao.document.Content;
import cn.jixiao.document.Source;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RtfTest {

    private static final String HEAD = "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce\\'cc\\'e5;}}";

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("bytes of GBK and Unicode with its fallback",
                        "\\uc2 \\'b0\\'ec\\'c0\\'ed87\\u20214\\'bc\\'fe\\par", "P 办理87件"),
                Arguments.of("a generated number and a heading", "\\pard\\outlinelevel0{\\listtext\\'d2\\'bb\\'a1\\'a2\\tab}"
                        + "\\'b8\\'c5\\'bf\\'f6\\par", "H1 一、概况"),
                Arguments.of("fields, hidden and deleted words",
                        "a{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt b}}{\\v c}{\\deleted d}\\par", "P ab"),
                Arguments.of("notes and page headers are set apart",
                        "{\\header h\\par}a{\\footnote n\\par}b\\par", "P ab\nFOOTNOTE n\nHEADER h"),
                Arguments.of("merged cells and a table in a table",
                        "\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl A\\cell\\cell B\\cell\\row"
                                + "\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl C\\cell D\\cell"
                                + "\\pard\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\trowd\\cellx2400"
                                + "\\cellx2900\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\cell\\row"
                                + "\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl\\cell E\\cell F\\cell"
                                + "\\row\\pard end\\par",
                        "T 3x3\n  A[1x2] | B\n  C[2x1] | D | x~y\n  E | F\nP end"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void shows(String why, String text, String expected) {
        var bytes = (HEAD + text + "}").getBytes(StandardCharsets.US_ASCII);
        assertEquals(expected, Rendering.of(new Reader().read(new Source("a.doc", new Content.OfBytes(bytes)))));
    }
}
