package cn.jixiao.cli;

import cn.jixiao.document.Box;
import cn.jixiao.evaluate.table.TableRegion;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Another program that finds tables, loaded beside ours with libraries of its own: only plain Java values pass.
final class Rival implements AutoCloseable {

    private static final String ENTRY = "cn.jixiao.benchmarks.Tabula";

    /// Its ways to read a file, as the program itself offers them.
    static final List<String> MODES = List.of("decide", "lattice", "stream");

    private final URLClassLoader loader;
    private final BiFunction<String, Path, List<Object[]>> program;

    /// @param folder with its jars
    /// @throws IOException if they are not what they should be
    @SuppressWarnings("unchecked")
    Rival(Path folder) throws IOException {
        loader = new URLClassLoader(jars(folder), ClassLoader.getPlatformClassLoader());
        try {
            program = (BiFunction<String, Path, List<Object[]>>) loader.loadClass(ENTRY).getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException(folder + ": " + e, e);
        }
    }

    private static URL[] jars(Path folder) throws IOException {
        var jars = new ArrayList<URL>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".jar")).sorted().toList()) {
                jars.add(file.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }

    /// @throws RuntimeException whatever the program throws
    List<TableRegion> tables(String mode, Path pdf) {
        return program.apply(mode, pdf).stream().map(Rival::region).toList();
    }

    private static TableRegion region(Object[] table) {
        var box = (double[]) table[1];
        var rows = (String[][]) table[2];
        var cells = new ArrayList<TableRegion.Place>();
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                cells.add(new TableRegion.Place(row, column, row, column, rows[row][column]));
            }
        }
        return new TableRegion((Integer) table[0], new Box(box[0], box[1], box[2], box[3]), cells);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
