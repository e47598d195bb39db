package cn.jixiao.cli;

import cn.jixiao.dictionary.Relations;
import cn.jixiao.document.Span;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Finding;
import cn.jixiao.read.pdf.PdfNotes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/// Draws findings on a copy of a report's PDF: boxes round the operands, and a note with the arithmetic.
record AuditMarks(Extraction extraction, Relations relations, Console console) {

    /// @return how many findings were drawn
    /// @throws UserException if the report is no PDF, its original is gone or changed, or the copy would overwrite it
    int draw(List<Finding> findings, Path out) throws IOException {
        var source = PageDrawings.source(extraction);
        if (Files.exists(out) && Files.isSameFile(out, Path.of(extraction.document().source()))) {
            throw new UserException("audit.pdf.original", out);
        }
        var spans = new HashMap<String, Span>();
        extraction.observations().forEach(each -> spans.put(each.id(), each.evidence().span()));
        var notes = findings.stream().map(each -> new PdfNotes.Note(each.observations().stream().map(spans::get)
                .filter(Objects::nonNull).toList(), console.text("severity." + each.severity()) + "："
                + relations.title(each.rule()), each.message() + "\n[" + each.rule() + "]",
                colour(each.severity()))).toList();
        try (var stream = new BufferedOutputStream(Files.newOutputStream(out))) {
            return PdfNotes.write(source, extraction.document(), notes, stream);
        }
    }

    private static int colour(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> 0xd0021b;
            case WARNING -> 0xe08600;
            case INFO -> 0x2f6fd0;
        };
    }
}
