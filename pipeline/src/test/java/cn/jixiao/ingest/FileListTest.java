package cn.jixiao.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileListTest {

    @TempDir
    private Path folder;

    private List<String> paths(String... arguments) {
        return FileList.of(List.of(arguments)).files().stream()
                .map(each -> each.path().replace(folder.toString(), "F")).toList();
    }

    private void write(String name) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
    }

    @Test
    void filesComeByPathWhateverTheFileSystemSays() throws IOException {
        write("b/2.txt");
        write("b/10.txt");
        write("a.txt");
        assertEquals(List.of("F/a.txt", "F/b/10.txt", "F/b/2.txt"), paths(folder.toString()));
    }

    @Test
    void hiddenFilesAndLockFilesAreNoReports() throws IOException {
        write("report.docx");
        write("~$report.docx");
        write(".DS_Store");
        write(".git/config");
        assertEquals(List.of("F/report.docx"), paths(folder.toString()));
    }

    @Test
    void aFileNamedTwiceIsOneFile() throws IOException {
        write("a.txt");
        assertEquals(List.of("F/a.txt"), paths(folder.toString(), folder + "/a.txt"));
    }

    @Test
    void whatDoesNotExistIsTold() {
        var list = FileList.of(List.of(folder + "/none"));
        assertEquals(List.of(), list.files());
        assertEquals(FileList.Reason.MISSING, list.unreachable().getFirst().reason());
    }

    @Test
    void aLinkToAFolderAboveIsToldAndLeftOut() throws IOException {
        write("a.txt");
        Files.createSymbolicLink(folder.resolve("loop"), folder);
        var list = FileList.of(List.of(folder.toString()));
        assertEquals(1, list.files().size());
        assertEquals(FileList.Reason.LOOP, list.unreachable().getFirst().reason());
    }
}
