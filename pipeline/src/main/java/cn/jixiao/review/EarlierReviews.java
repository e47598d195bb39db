package cn.jixiao.review;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Decisions on findings from before there was a journal (`reviews.jsonl`: `finding`, `verdict`, `reason`). They are read
/// as if they stood before it, by nobody known, and the file is left as it is.
record EarlierReviews(Path file) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @throws IOException if the file is there and cannot be read, naming the line that is broken
    List<Entry> entries() throws IOException {
        var entries = new ArrayList<Entry>();
        try {
            var when = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
            int number = 0;
            for (var line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    var node = JSON.readTree(line);
                    var target = new Target.OfFinding("", node.path("finding").asText(), "", List.of());
                    entries.add(new Entry("reviews:" + number, "", when, node.path("reason").asText(), "",
                            correction(target, node.path("verdict").asText(), number)));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return entries;
    }

    private Correction correction(Target.OfFinding target, String verdict, int line) throws IOException {
        return switch (verdict) {
            case "accepted" -> new Correction.AcceptFinding(target);
            case "dismissed" -> new Correction.DismissFinding(target);
            default -> throw new IOException(file + ":" + line + ": no verdict: " + verdict);
        };
    }
}
