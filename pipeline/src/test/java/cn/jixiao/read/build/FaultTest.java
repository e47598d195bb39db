package cn.jixiao.read.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Box;
import cn.jixiao.document.Problem;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.junit.jupiter.api.Test;

class FaultTest {

    @Test
    void whatAParserThrowsIsDamage() {
        var thrown = assertThrows(RuntimeException.class, () -> new COSArray().get(3));
        assertFalse(Fault.isOurs(thrown));
        assertEquals(Problem.Kind.DAMAGED, Fault.of(thrown).kind());
    }

    @Test
    void whatOurCodeThrowsIsACrashAndSaysWhere() {
        var thrown = assertThrows(RuntimeException.class, () -> new Box(1, 0, Double.NaN, 0));
        assertTrue(Fault.isOurs(thrown));
        var problem = Fault.of(thrown);
        assertEquals(Problem.Kind.CRASHED, problem.kind());
        assertTrue(problem.detail().contains("not a box") && problem.detail().contains("cn.jixiao.document.Box"),
                problem.detail());
    }

    @Test
    void whatOurCodeAsksOfJavaIsOurs() {
        assertTrue(Fault.isOurs(assertThrows(RuntimeException.class, () -> List.of().getFirst())));
    }
}
