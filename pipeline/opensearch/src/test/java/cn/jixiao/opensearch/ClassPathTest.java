package cn.jixiao.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// The libraries of the client stay with the module, and it brings none that the program has.
class ClassPathTest {

    private static List<String> jars(String folder) throws IOException {
        try (var all = Files.list(Cluster.HOME.resolve(folder))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void neitherSeesTheOthersLibraries() throws IOException {
        Predicate<String> client = each -> each.startsWith("opensearch") || each.startsWith("http") || each.startsWith("parsson");
        var program = jars("pipeline/target/lib");
        var module = jars("pipeline/opensearch/target/lib");
        assertEquals(List.of(), program.stream().filter(client).toList());
        assertTrue(module.stream().anyMatch(each -> each.startsWith("opensearch-java-")), module.toString());
        assertEquals(List.of(), module.stream().filter(each -> each.startsWith("lucene") || each.startsWith("jackson")
                || each.startsWith("jixiao-pipeline")).toList());
    }
}
