package cn.jixiao.opensearch;

import static cn.jixiao.opensearch.Commands.jixiao;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program as users start it: what it prints of an index on servers is what it prints of the workspace that was put
/// there.
class CommandsTest {

    @TempDir
    static Path folder;
    private static Path workspace;
    private static String index;

    @BeforeAll
    static void fill() throws IOException, InterruptedException {
        workspace = folder.resolve("here");
        index = Clusters.shared().url("commands");
        assertEquals(0, jixiao("ingest", "-w", workspace, Cluster.HOME.resolve("corpus/reports")).status());
        var put = jixiao("import-records", workspace, "--index", index);
        assertEquals(0, put.status(), put.talk());
    }

    private static void same(String... arguments) throws IOException, InterruptedException {
        var here = jixiao(both(arguments, "-w", workspace.toString()));
        var there = jixiao(both(arguments, "--index", index));
        assertEquals(0, here.status(), here.talk());
        assertEquals(here.out(), there.out(), Arrays.toString(arguments) + there.talk());
        assertEquals(here.status(), there.status());
    }

    private static Object[] both(String[] arguments, String... where) {
        return Stream.concat(Stream.of(arguments), Stream.of(where)).toArray();
    }

    @Test
    void searchCompareAndAuditPrintTheSame() throws IOException, InterruptedException {
        same("search", "农民工", "法律援助", "-n", "20");
        same("search", "indicator:legal_aid.*", "农民工", "--in", "observations");
        same("compare", "fund.execution_rate", "--evidence");
        same("audit", "--format", "jsonl", "--passed");
    }

    @Test
    void exportsAreTheSameBytes() throws IOException, InterruptedException {
        for (var kind : List.of("documents", "observations", "findings")) {
            var here = folder.resolve(kind + "-here.jsonl");
            var there = folder.resolve(kind + "-there.jsonl");
            assertEquals(0, jixiao("export", "--records", kind, "--format", "jsonl", "--out", here, "-w", workspace).status());
            assertEquals(0, jixiao("export", "--records", kind, "--format", "jsonl", "--out", there, "--index", index).status());
            assertEquals(-1, Files.mismatch(here, there), kind);
            assertTrue(Files.size(here) > 1_000, kind);
        }
    }

    /// Pages and interface, from the records on servers as from the workspace; what would change them is refused.
    @Test
    void pagesShowTheSame() throws IOException, InterruptedException {
        try (var here = new Pages("-w", workspace.toString()); var there = new Pages("--index", index)) {
            for (var path : List.of("/api/status", "/api/search?q=%E5%86%9C%E6%B0%91%E5%B7%A5", "/api/documents", "/api/findings?q=holds:false",
                    "/api/compare?indicator=fund.execution_rate")) {
                assertEquals(here.get(path), there.get(path), path);
            }
            for (var path : List.of("/", "/search?q=%E5%86%9C%E6%B0%91%E5%B7%A5", "/findings", "/compare?indicator=fund.execution_rate")) {
                assertTrue(there.get(path).startsWith("200 "), path);
            }
            assertTrue(there.post("/import").startsWith("403 "));
        }
    }

    @Test
    void whatIsWrongIsToldInChinese() throws IOException, InterruptedException {
        told("import-records", "还没有索引", 1, "search", "办理", "--index", Clusters.shared().url("nothing"));
        told("-w", "只用于工作区", 2, "ingest", folder, "--index", index);
        told("https://", "不是索引地址", 2, "search", "办理", "--index", "https://user:pass@host:9200/x");
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        told("OpenSearch", "连不上索引服务器", 1, "search", "办理", "--index", "http://127.0.0.1:" + free);
    }

    private static void told(String part, String words, int status, Object... arguments) throws IOException, InterruptedException {
        var ended = jixiao(arguments);
        assertTrue(ended.talk().contains(words), ended.talk() + ended.out());
        assertEquals(status, ended.status(), part);
    }
}
