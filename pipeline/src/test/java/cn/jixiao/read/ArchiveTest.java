package cn.jixiao.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveTest {

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "UTF-8"})
    void namesAreReadAsTheyWereWritten(String charset) throws IOException {
        var zip = zip(Charset.forName(charset), Map.of("自评报告/法律援助.txt", bytes("办理87件"),
                "__MACOSX/._a.txt", bytes("x"), "自评报告/~$草稿.docx", bytes("x")));
        assertEquals(List.of("a.zip!/自评报告/法律援助.txt"), expand(zip));
    }

    @Test
    void archivesInArchivesToTheThirdLevel() throws IOException {
        var inner = zip(StandardCharsets.UTF_8, Map.of("报告.txt", bytes("办理87件")));
        for (int level = 2; level <= 4; level++) {
            inner = zip(StandardCharsets.UTF_8, Map.of("内" + level + ".zip", inner, level + ".txt", bytes("x")));
        }
        assertEquals(List.of("a.zip!/4.txt", "a.zip!/内4.zip!/3.txt", "a.zip!/内4.zip!/内3.zip!/2.txt",
                "TOO_LARGE a.zip!/内4.zip!/内3.zip!/内2.zip"), expand(inner));
    }

    @Test
    void bombsAreNamed() throws IOException {
        var zip = zip(StandardCharsets.UTF_8, Map.of("0.txt", new byte[40_000_000], "1.txt", bytes("办理87件")));
        assertEquals(List.of("TOO_LARGE a.zip!/0.txt", "a.zip!/1.txt"), expand(zip));
    }

    @Test
    void lockedMembersAreNamed() throws IOException {
        var zip = zip(StandardCharsets.UTF_8, Map.of("a.txt", bytes("办理87件")));
        for (int i = 0; i + 10 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 1 || zip[i + 2] == 3)) {
                zip[i + (zip[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }
        assertEquals(List.of("ENCRYPTED a.zip!/a.txt"), expand(zip));
    }

    @Test
    void aCutArchiveIsDamaged() throws IOException {
        var zip = zip(StandardCharsets.UTF_8, Map.of("a.txt", bytes("办理87件")));
        assertEquals(List.of("DAMAGED a.zip"), expand(Arrays.copyOf(zip, zip.length / 2)));
    }

    @Test
    void anOfficeFileIsNoArchive() throws IOException {
        assertFalse(Archive.is(new Reader().read(source(DocxFile.of("").bytes()))));
        assertTrue(Archive.is(new Reader().read(source(zip(StandardCharsets.UTF_8, Map.of("a.txt", bytes("x")))))));
    }

    private static List<String> expand(byte[] zip) {
        var found = new ArrayList<String>();
        Archive.expand(source(zip), new Archive.Members() {
            @Override
            public void file(Source source, Archive from) {
                if (Archive.is(new Reader().read(source))) {
                    from.open(source, this);
                } else {
                    found.add(source.path());
                }
            }

            @Override
            public void failed(Document failure) {
                found.add(failure.problems().getFirst().kind() + " " + failure.source());
            }
        });
        return found;
    }

    @Test
    void membersOfOneNameAreTwoFiles() throws IOException {
        var zip = zip(StandardCharsets.UTF_8, Map.of("a.txt", bytes("x"), "b.txt", bytes("y")));
        for (int i = 0; i < zip.length; i++) {
            if (zip[i] == 'b') {
                zip[i] = 'a';
            }
        }
        assertEquals(List.of("a.zip!/a.txt", "a.zip!/a.txt#2"), expand(zip));
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreOnlyNames() throws IOException {
        var zip = zip(StandardCharsets.UTF_8, Map.of("../../escape.txt", bytes("x"), "/etc/escape.txt", bytes("y")));
        assertEquals(List.of("a.zip!/../../escape.txt", "a.zip!//etc/escape.txt"), expand(zip));
        assertFalse(java.nio.file.Files.exists(java.nio.file.Path.of("../../escape.txt")));
    }

    private static Source source(byte[] bytes) {
        return new Source("a.zip", new Content.OfBytes(bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Charset names, Map<String, byte[]> members) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, names)) {
            for (var member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }
}
