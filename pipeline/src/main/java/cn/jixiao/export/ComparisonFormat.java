package cn.jixiao.export;

import cn.jixiao.compare.Comparison;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How a comparison can be written, one line a format.
public enum ComparisonFormat {
    TABLE(ComparisonText::of), CSV(ComparisonRows::csv), JSON(ComparisonRows::json), HTML(ComparisonPage::of);

    private interface Writing {
        String write(Comparison comparison, Labels labels);
    }

    private final Writing writing;

    ComparisonFormat(Writing writing) {
        this.writing = writing;
    }

    /// As the command line spells it: `table`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ComparisonFormat> of(String key) {
        return Stream.of(values()).filter(format -> format.key().equals(key)).findFirst();
    }

    /// The whole comparison as text, ended by a line end.
    public String write(Comparison comparison, Labels labels) {
        return writing.write(comparison, labels);
    }
}
