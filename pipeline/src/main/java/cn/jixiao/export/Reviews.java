package cn.jixiao.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The reviews of a workspace, in a file of their own beside the index (`reviews.jsonl`), so that importing the reports
/// again leaves them in place.
public final class Reviews {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Map<String, Review> byFinding = new LinkedHashMap<>();

    private Reviews(Path file) {
        this.file = file;
    }

    /// @throws IOException if the file is there and cannot be read, naming the line that is broken
    public static Reviews of(Path workspace) throws IOException {
        var reviews = new Reviews(workspace.resolve("reviews.jsonl"));
        if (Files.exists(reviews.file)) {
            int number = 0;
            for (var line : Files.readAllLines(reviews.file)) {
                number++;
                if (!line.isBlank()) {
                    reviews.read(line, number);
                }
            }
        }
        return reviews;
    }

    private void read(String line, int number) throws IOException {
        try {
            var node = JSON.readTree(line);
            var review = new Review(node.path("finding").asText(),
                    Review.Verdict.valueOf(node.path("verdict").asText().toUpperCase(Locale.ROOT)),
                    node.path("reason").asText());
            byFinding.put(review.finding(), review);
        } catch (IOException | IllegalArgumentException e) {
            throw new IOException(file + ":" + number + ": no review: " + line, e);
        }
    }

    public Optional<Review> of(String finding) {
        return Optional.ofNullable(byFinding.get(finding));
    }

    /// Adds a review, or replaces the one there was, and writes the file.
    public void put(Review review) throws IOException {
        byFinding.put(review.finding(), review);
        var text = new StringBuilder();
        for (var each : byFinding.values()) {
            text.append(JsonText.of(new Fields().put("finding", each.finding())
                    .put("verdict", each.verdict().name().toLowerCase(Locale.ROOT)).put("reason", each.reason()).map()))
                    .append('\n');
        }
        var draft = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(draft, text);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
