package cn.jixiao.ingest.worker;

import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.read.Reader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;

/// Does what the worst parsers do, as the file's name asks; anything else is read as usual.
public final class FaultyReader implements DocumentReader {

    private final Reader reader = new Reader();

    @Override
    public Document read(Source source) {
        try {
            switch (source.name().replaceAll("\\..*", "")) {
                case "hang" -> new CountDownLatch(1).await();
                case "heap" -> fillHeap();
                case "flood" -> flood();
                case "spill" -> spill(source);
                case "crash" -> crash();
                case "deep" -> deep(0);
                case "exit" -> Runtime.getRuntime().halt(0);
                case "litter" -> Files.writeString(Files.createTempFile("litter", ".tmp"), "left behind");
                default -> { }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return reader.read(source);
    }

    private static void fillHeap() {
        var held = new ArrayList<long[]>();
        while (true) {
            held.add(new long[1 << 20]);
        }
    }

    /// Output into the pipe, past all streams of Java.
    private static void flood() throws IOException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            var bytes = new byte[1 << 16];
            while (true) {
                out.write(bytes);
            }
        }
    }

    /// Text without end.
    private static void spill(Source source) {
        var text = new StringBuilder();
        while (true) {
            text.append(source.path());
        }
    }

    private static void crash() throws ReflectiveOperationException {
        var type = Class.forName("sun.misc.Unsafe");
        var field = type.getDeclaredField("theUnsafe");
        field.setAccessible(true);
        type.getMethod("putAddress", long.class, long.class).invoke(field.get(null), 0L, 0L);
    }

    private static int deep(int level) {
        return deep(level + 1) + 1;
    }
}
