package cn.jixiao.ingest.worker;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.observation.Extraction;
import cn.jixiao.observation.Mentions;
import cn.jixiao.observation.Outline;
import cn.jixiao.read.Reader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Does what the worst parsers do, as the file's name asks; anything else is read as usual.
public final class FaultyReader implements DocumentReader, DocumentExtractor {

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
                case "once" -> failOnce(source);
                case "changing" -> touch(source);
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

    /// A long document that says so is never done with.
    @Override
    public Extraction extract(Document document) {
        if (document.source().contains("endless")) {
            while (true) {
                Thread.onSpinWait();
            }
        }
        return new Extraction(document, Outline.NONE, Mentions.NONE, List.of(), List.of());
    }

    /// Fails until the file that the content names is there, and makes it.
    private static void failOnce(Source source) throws IOException {
        String content;
        try (var in = source.content().open()) {
            content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        var mark = Path.of(content.substring(content.indexOf("mark=") + 5, content.indexOf(";")));
        if (!Files.exists(mark)) {
            Files.createFile(mark);
            throw new IllegalStateException("the first time");
        }
    }

    /// Someone writes to the file while it is read.
    private static void touch(Source source) throws IOException {
        if (source.content() instanceof Content.OfFile file) {
            Files.writeString(file.path(), "<!-- more -->", StandardOpenOption.APPEND);
        }
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
