package cn.jixiao.opensearch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.index.IndexServerException;
import cn.jixiao.index.IndexServerException.Reason;
import cn.jixiao.index.Lexicon;
import cn.jixiao.index.Overlay;
import cn.jixiao.index.ServerAddress;
import cn.jixiao.index.ServerAddress.Login;
import cn.jixiao.index.ServerIndex;
import cn.jixiao.index.SourceEntry;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Certificates, passwords, tokens, busy servers, and indexes of other versions.
class FrontDoorTest {

    private static final Login RIGHT = new Login("clerk", "秘密", null);
    private static final String TICKET =
            "Basic " + Base64.getEncoder().encodeToString("clerk:秘密".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path folder;
    private FrontDoor door;

    @BeforeEach
    void open() throws Exception {
        door = new FrontDoor(folder, Clusters.shared().address("door").servers().getFirst(), TICKET);
    }

    @AfterEach
    void close() {
        door.close();
    }

    private ServerIndex index(Login login, @Nullable Path certificates) {
        return new ServerIndex(new Connections(), ServerAddress.parse(door.url("door"), login, certificates), Lexicon.NONE, Overlay.NONE);
    }

    private Reason reason(Login login, @Nullable Path certificates) {
        return assertThrows(IndexServerException.class, () -> index(login, certificates).read().close()).reason();
    }

    @Test
    void whoeverIsNotKnownIsTold() {
        assertEquals(Reason.UNTRUSTED, reason(RIGHT, null));
        assertEquals(Reason.REFUSED, reason(new Login("clerk", "wrong", null), door.certificate()));
        assertEquals(Reason.REFUSED, reason(Login.NONE, door.certificate()));
        assertEquals(Reason.MISSING, assertThrows(IndexServerException.class, () -> new ServerIndex(new Connections(),
                ServerAddress.parse(door.url("none"), RIGHT, door.certificate()), Lexicon.NONE, Overlay.NONE).read()).reason());
    }

    @Test
    void busyServersAreWaitedForAndSecretsReachThem() {
        door.busy.set(2);
        var entry = new SourceEntry("a.zip", "00ff", 1, 2, "test", SourceEntry.State.ARCHIVE);
        var index = index(RIGHT, door.certificate());
        try (var writer = index.write()) {
            writer.archive(entry);
            writer.commit();
        }
        assertEquals(2, door.refused.get());
        try (var records = index.read(); var sources = records.sources()) {
            assertEquals(entry, sources.findFirst().orElseThrow());
        }
    }

    @Test
    void aTokenDoesAsWell() throws Exception {
        var place = java.nio.file.Files.createDirectory(folder.resolve("token"));
        try (var other = new FrontDoor(place, Clusters.shared().address("token").servers().getFirst(), "Bearer abc.def")) {
            var address = ServerAddress.parse(other.url("token"), new Login(null, null, "abc.def"), other.certificate());
            try (var server = new Connections().connect(address)) {
                assertTrue(server.ask("GET", "_cluster/health", Map.of(), null).isPresent());
            }
        }
    }

    @Test
    void indexesOfOtherVersionsAreLeftAlone() throws Exception {
        var address = Clusters.shared().address("versions");
        var index = new ServerIndex(new Connections(), address, Lexicon.NONE, Overlay.NONE);
        index.write().close();
        for (var version : Map.of("999", Reason.NEWER, "1", Reason.OLDER).entrySet()) {
            try (var server = new Connections().connect(address)) {
                var mapping = JsonNodeFactory.instance.objectNode();
                mapping.putObject("_meta").put("jixiao_format", version.getKey()).put("jixiao_schema", 1);
                server.ask("PUT", "versions/_mapping", Map.of(), mapping);
            }
            assertEquals(version.getValue(), assertThrows(IndexServerException.class, () -> index.read().close()).reason());
            assertEquals(version.getValue(), assertThrows(IndexServerException.class, () -> index.write().close()).reason());
        }
    }
}
