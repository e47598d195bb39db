package cn.jixiao.read.word;

import cn.jixiao.document.Marginal;
import cn.jixiao.read.build.DocumentBuilder;
import cn.jixiao.read.build.Wording;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Takes the words of an RTF file paragraph by paragraph and lays them into blocks and tables.
final class RtfBody {

    /// Lines from this length on count as cut by the margin where a soft break follows.
    private static final int FULL_LINE = 25;
    private static final int LONGEST_HEADING = 100;
    private static final int DEEPEST_TABLE = 20;

    /// Where words go.
    enum Story { MAIN, HEADER, FOOTER, NOTE }

    private final DocumentBuilder builder;
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder number = new StringBuilder();
    private final StringBuilder aside = new StringBuilder();
    private final Deque<RtfTables> tables = new ArrayDeque<>();
    private final Set<String> footers = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> headers = new LinkedHashSet<>();

    RtfBody(DocumentBuilder builder) {
        this.builder = builder;
    }

    void append(Story story, String text) {
        (story == Story.MAIN ? words : aside).append(text);
    }

    /// Words that Word has put before a paragraph as its number.
    void appendNumber(String text) {
        number.append(text);
    }

    /// Ends a header, a footer or a note.
    void endAside(Story story) {
        var lines = Wording.lines(aside);
        switch (story) {
            case MAIN -> { }
            case HEADER -> headers.addAll(lines);
            case FOOTER -> footers.addAll(lines);
            case NOTE -> notes.addAll(lines);
        }
        aside.setLength(0);
    }

    /// @param level how deep in tables the paragraph stands, 0 for outside
    /// @param outline 0-based heading level, negative for body text
    void endParagraph(int level, int outline) {
        enter(level);
        var lines = take();
        if (!tables.isEmpty()) {
            tables.peek().paragraph(lines);
            return;
        }
        var heading = Wording.join(lines).replace('\n', ' ');
        if (outline >= 0 && outline < 9 && heading.length() <= LONGEST_HEADING) {
            builder.heading(heading, outline + 1);
        } else {
            Wording.paragraphs(lines, FULL_LINE).forEach(builder::paragraph);
        }
    }

    void endCell(int level) {
        enter(Math.max(1, level));
        tables.element().paragraph(take());
        tables.element().endCell();
    }

    void endRow(int level, RtfTables.RowFormat format) {
        enter(Math.max(1, level));
        tables.element().endRow(format);
    }

    void end() {
        endParagraph(0, -1);
        notes.forEach(line -> builder.marginal(line, Marginal.Kind.FOOTNOTE));
        headers.forEach(line -> builder.marginal(line, Marginal.Kind.HEADER));
        footers.forEach(line -> builder.marginal(line, Marginal.Kind.FOOTER));
    }

    /// Opens and closes tables until so many are open.
    private void enter(int level) {
        int wanted = Math.clamp(level, 0, DEEPEST_TABLE);
        while (tables.size() > wanted) {
            var closed = tables.pop();
            if (tables.isEmpty()) {
                builder.table(closed.draft());
            } else {
                tables.peek().nested(closed);
            }
        }
        while (tables.size() < wanted) {
            tables.push(new RtfTables());
        }
    }

    private List<String> take() {
        var label = Wording.clean(number);
        var text = words.toString().strip();
        boolean shows = label.chars().anyMatch(Character::isLetterOrDigit);
        var lines = Wording.lines(shows ? ListCounters.before(label, text) : text);
        words.setLength(0);
        number.setLength(0);
        return lines;
    }
}
