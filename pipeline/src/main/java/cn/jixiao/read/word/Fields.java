package cn.jixiao.read.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/// The fields that are open while a document is walked. A field is code, which nobody sees, then its result, which
/// is shown; they nest, and run over many paragraphs. An EQ field has no result: it draws its own words.
final class Fields {

    /// A figure in a ring, the usual use of EQ in Chinese documents: `eq \\o\\ac(○,1)` is ①.
    private static final Pattern RINGED = Pattern.compile("(?i)\\s{0,9}eq\\s.{0,80}?\\\\ac\\(\\s{0,3}[○◯〇]\\s{0,3}[,，]\\s{0,3}([0-9]{1,2})\\s{0,3}\\).{0,20}");
    /// A phonetic guide above its words: `eq \\o\\ad(\\s\\up 9(yuan),援)`.
    private static final Pattern GUIDED = Pattern.compile("(?i)\\s{0,9}eq\\s.{0,80}?\\([^()]{0,80}\\)\\s{0,3}[,，]([^()]{1,80})\\).{0,20}");

    private static final class Field {
        private final StringBuilder code = new StringBuilder();
        private boolean shown;
    }

    private final Deque<Field> open = new ArrayDeque<>();

    void begin() {
        open.push(new Field());
    }

    void separate() {
        if (!open.isEmpty()) {
            open.peek().shown = true;
        }
    }

    /// Ends the innermost field.
    ///
    /// @return what it draws without a result, mostly nothing
    String end() {
        var field = open.poll();
        return field == null || field.shown ? "" : drawn(field.code.toString());
    }

    /// Takes words that belong to a field's code.
    void code(String words) {
        if (!open.isEmpty()) {
            open.peek().code.append(words);
        }
    }

    /// Whether what comes now is seen.
    boolean isShown() {
        return open.stream().allMatch(field -> field.shown);
    }

    /// Whether a table of contents is being generated here.
    boolean inContents() {
        return open.stream().anyMatch(field -> field.code.toString().strip().startsWith("TOC"));
    }

    /// A field whose code never ends must not swallow the rest of a damaged document.
    void dropUnfinished() {
        open.removeIf(field -> !field.shown);
    }

    private static String drawn(String code) {
        var ringed = RINGED.matcher(code);
        if (ringed.matches()) {
            return Counting.CIRCLED.of(Integer.parseInt(ringed.group(1)));
        }
        var guided = GUIDED.matcher(code);
        return guided.matches() ? guided.group(1) : "";
    }
}
