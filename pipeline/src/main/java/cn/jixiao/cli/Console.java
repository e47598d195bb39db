package cn.jixiao.cli;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Where a run prints: results to `out`, talk to `err`, both able to print Chinese.
///
/// @param terminal whether a person is watching
record Console(PrintStream out, PrintStream err, boolean terminal, Messages messages) {

    static Console system(Messages messages) {
        return new Console(chinese(System.out), chinese(System.err), System.console() != null, messages);
    }

    /// A locale such as C would print question marks for every Chinese character; UTF-8 is what such machines show.
    private static PrintStream chinese(PrintStream stream) {
        Charset charset = stream.charset();
        return charset.canEncode() && charset.newEncoder().canEncode('绩') ? stream
                : new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /// Prints a line of the result.
    void print(String line) {
        out.println(line);
    }

    /// Prints a line of the result from the bundle.
    void say(String key, Object... arguments) {
        out.println(text(key, arguments));
    }

    /// Tells the person something beside the result.
    void tell(String key, Object... arguments) {
        err.println(text(key, arguments));
    }
}
