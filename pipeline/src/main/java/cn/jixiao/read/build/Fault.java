package cn.jixiao.read.build;

import cn.jixiao.document.Problem;
import org.jspecify.annotations.Nullable;

/// Whose fault an exception is. Parsers meet bytes that contradict themselves with whatever exception comes first:
/// such a file is damaged. Where our own code threw, the file may be as good as any, and calling it damaged would
/// hide a bug.
public final class Fault {

    private static final String OURS = "cn.jixiao.";

    private Fault() {
    }

    /// The problem that tells it: [Problem.Kind#DAMAGED], or [Problem.Kind#CRASHED] with the place in our code.
    public static Problem of(Throwable thrown) {
        var words = thrown.getMessage() == null ? "" : ": " + thrown.getMessage().lines().findFirst().orElse("");
        return isOurs(thrown)
                ? Problem.of(Problem.Kind.CRASHED, thrown.getClass().getSimpleName() + words + " at " + thrower(thrown))
                : Problem.of(Problem.Kind.DAMAGED, thrown.getClass().getSimpleName() + words);
    }

    /// Whether our code threw it, by itself or by what it asked of Java: the innermost frame that is not Java's tells.
    public static boolean isOurs(Throwable thrown) {
        var thrower = thrower(thrown);
        return thrower != null && thrower.getClassName().startsWith(OURS);
    }

    private static @Nullable StackTraceElement thrower(Throwable thrown) {
        for (var frame : thrown.getStackTrace()) {
            boolean java = "java.base".equals(frame.getModuleName()) || "java.desktop".equals(frame.getModuleName())
                    || "java.xml".equals(frame.getModuleName());
            if (!java) {
                return frame;
            }
        }
        return null;
    }
}
