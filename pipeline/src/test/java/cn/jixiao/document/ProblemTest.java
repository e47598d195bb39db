package cn.jixiao.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What is told of a file is the same in every run.
class ProblemTest {

    @Test
    void objectsHaveNoNumbers() {
        assertEquals("IOException: Unexpected RuntimeException from org.apache.tika.parser.microsoft.ooxml.OOXMLParser",
                Problem.of(Problem.Kind.DAMAGED, "IOException: Unexpected RuntimeException from "
                        + "org.apache.tika.parser.microsoft.ooxml.OOXMLParser@1332dec4").detail());
        assertEquals("a.B and c.D$1 in e", Problem.of(Problem.Kind.DAMAGED, "a.B@0 and c.D$1@ffffffff in e").detail());
    }

    @Test
    void otherWordsStay() {
        for (var words : List.of("", "/folder/张三@163.com.docx", "clerk@1332dec4", "a.B@hash", "a.B@123456789", "x.y@12ab")) {
            assertEquals(words, Problem.of(Problem.Kind.UNREADABLE, words).detail());
        }
    }
}
