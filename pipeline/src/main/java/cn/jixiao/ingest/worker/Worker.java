package cn.jixiao.ingest.worker;

import cn.jixiao.Pipeline;
import cn.jixiao.dictionary.Dictionaries;
import cn.jixiao.dictionary.Shelf;
import cn.jixiao.document.Document;
import cn.jixiao.document.Problem;
import cn.jixiao.observation.Extraction;
import cn.jixiao.read.Reader;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A process that reads files for another: asked over standard input, it answers on standard output, and it ends when
/// the other side is gone, whatever it is busy with.
public final class Worker {

    /// Names a class with a [DocumentReader] to be used instead of the program's own, for tests of what parsers can do.
    static final String READER = "jixiao.worker.reader";

    private static final int BROKEN = 70;

    /// Begins the names of the folders of the dictionaries, followed by their numbers.
    static final String SHELF = "jixiao.worker.shelf";

    /// How the program reads for this process.
    private interface RequestReader {
        Document read(Wire.Request.Reading request);
    }

    private final RequestReader reader;
    private final DocumentExtractor extractor;
    private final DataOutputStream out;
    private final BlockingQueue<Wire.Request> asked = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Worker(RequestReader reader, DocumentExtractor extractor, DataOutputStream out) {
        this.reader = reader;
        this.extractor = extractor;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Whatever a library prints must not come between the messages.
        System.setOut(System.err);
        new Worker(reader(), extractor(), out).run();
    }

    private static RequestReader reader() throws ReflectiveOperationException {
        var named = System.getProperty(READER);
        if (named == null) {
            return request -> new Reader(request.ocr()).read(request.source());
        }
        var other = (DocumentReader) Class.forName(named).getDeclaredConstructor().newInstance();
        return request -> other.read(request.source());
    }

    private static DocumentExtractor extractor() throws ReflectiveOperationException {
        var named = System.getProperty(READER);
        if (named != null && Class.forName(named).getDeclaredConstructor().newInstance() instanceof DocumentExtractor other) {
            return other;
        }
        return new DocumentExtractor() {

            private @Nullable Pipeline pipeline;

            @Override
            public Extraction extract(Document document) {
                var it = pipeline;
                if (it == null) {
                    it = new Pipeline(Dictionaries.load(shelf()));
                    pipeline = it;
                }
                return it.extract(document);
            }
        };
    }

    private static Shelf shelf() {
        return new Shelf(IntStream.iterate(0, i -> System.getProperty(SHELF + i) != null, i -> i + 1)
                .mapToObj(i -> Path.of(System.getProperty(SHELF + i))).toList());
    }

    private void run() throws Exception {
        // Ctrl-C reaches the whole process group; who asked decides when this worker ends.
        Runtime.getRuntime().addShutdownHook(new Thread(this::awaitEnd));
        Thread.ofPlatform().daemon().name("asked").start(this::listen);
        Wire.ready(out);
        try {
            while (true) {
                Wire.answer(out, done(asked.take()));
            }
        } finally {
            // Whatever it was, nothing more will be answered; who asks must not wait for it.
            Runtime.getRuntime().halt(BROKEN);
        }
    }

    private Object done(Wire.Request request) throws IOException {
        return switch (request) {
            case Wire.Request.Reading reading -> read(reading);
            case Wire.Request.Extracting extracting -> extracted(extracting.document());
        };
    }

    private Extraction extracted(Document document) {
        try {
            return extractor.extract(document);
        } catch (RuntimeException | StackOverflowError e) {
            return Workers.failed(document, Problem.of(Problem.Kind.CRASHED, "extraction: " + e));
        }
    }

    private Document read(Wire.Request.Reading request) throws IOException {
        var source = request.source();
        Document document;
        try {
            document = reader.read(request);
        } catch (RuntimeException | StackOverflowError e) {
            return Document.failed(source.id(), source.path(), "application/octet-stream",
                    Problem.of(Problem.Kind.CRASHED, e.toString()));
        }
        return document.text().length() <= Limits.MOST_CHARACTERS ? document
                : Document.failed(document.id(), document.source(), document.mediaType(),
                        Problem.of(Problem.Kind.TOO_LARGE, document.text().length() + " characters"));
    }

    private void listen() {
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)))) {
            while (true) {
                asked.add(Wire.asked(in));
            }
        } catch (IOException e) {
            ended.countDown();
            Scratch.clear();
            Runtime.getRuntime().halt(0);
        }
    }

    private void awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
