package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a comparison can be written, one line a format.
public enum ComparisonFormat {
    TABLE(text(ComparisonText::of)), CSV(text(ComparisonRows::csv)), JSON(text(ComparisonRows::json)),
    HTML(text(ComparisonPage::of)), SDMX(text((comparison, labels) -> ComparisonSdmx.of(comparison))),
    XLSX(ComparisonWorkbook::write);

    private interface Wording {
        String words(Comparison comparison, Labels labels);
    }

    private interface Writing {
        void write(Comparison comparison, Labels labels, OutputStream out) throws IOException;
    }

    private final Writing writing;

    ComparisonFormat(Writing writing) {
        this.writing = writing;
    }

    private static Writing text(Wording wording) {
        return (comparison, labels, out) -> out.write(wording.words(comparison, labels).getBytes(StandardCharsets.UTF_8));
    }

    /// As the command line spells it: `table`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The whole comparison as text.
    public String write(Comparison comparison, Labels labels) {
        var out = new java.io.ByteArrayOutputStream();
        try {
            write(comparison, labels, out);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /// Whether a terminal can show it.
    public boolean isText() {
        return this != XLSX;
    }

    public static Optional<ComparisonFormat> of(String key) {
        return Stream.of(values()).filter(format -> format.key().equals(key)).findFirst();
    }

    /// The whole comparison; text is UTF-8, ended by a line end.
    public void write(Comparison comparison, Labels labels, OutputStream out) throws IOException {
        writing.write(comparison, labels, out);
    }
}
