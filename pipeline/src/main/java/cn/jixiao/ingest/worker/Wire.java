package cn.jixiao.ingest.worker;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Layout;
import cn.jixiao.document.Source;
import cn.jixiao.read.ocr.Ocr;
import cn.jixiao.record.Json;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// What the importing process and its workers say to each other: every message begins with a mark, so that anything else
/// that finds its way into the pipe is noticed.
final class Wire {

    private static final int MARK = 0x4A58_5752;
    private static final int FILE = 1;
    private static final int BYTES = 2;
    private static final int DOCUMENT = 3;

    /// An answer that is none: something else wrote into the pipe.
    static final class GarbledException extends IOException {
        private static final long serialVersionUID = 1L;

        GarbledException(String message) {
            super(message);
        }
    }

    /// An answer above the limit.
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLongException(String message) {
            super(message);
        }
    }

    private Wire() {
    }

    /// The worker's first word: it is ready.
    static void ready(DataOutputStream out) throws IOException {
        out.writeInt(MARK);
        out.flush();
    }

    static void awaitReady(DataInputStream in) throws IOException {
        mark(in);
    }

    /// What is asked of a worker.
    sealed interface Request {

        /// A file to read, and which of its pages from their picture. The answer is its document.
        record Reading(Source source, Ocr ocr) implements Request {
        }

        /// A document that was read before. The answer is its extraction.
        record Extracting(Document document) implements Request {
        }
    }

    static void ask(DataOutputStream out, Request request) throws IOException {
        switch (request) {
            case Request.Reading reading -> ask(out, reading);
            case Request.Extracting extracting -> {
                var bytes = Json.bytes(extracting.document());
                out.writeInt(MARK);
                out.writeByte(0);
                out.writeByte(DOCUMENT);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
        out.flush();
    }

    private static void ask(DataOutputStream out, Request.Reading request) throws IOException {
        var source = request.source();
        out.writeInt(MARK);
        out.writeByte(request.ocr().ordinal());
        switch (source.content()) {
            case Content.OfFile file when namedFaithfully(file.path()) -> {
                out.writeByte(FILE);
                text(out, source.path());
                text(out, file.path().toAbsolutePath().toString());
            }
            case Content content -> {
                out.writeByte(BYTES);
                text(out, source.path());
                bytes(out, content);
            }
        }
    }

    /// The next thing to do.
    ///
    /// @throws EOFException if the other side is gone
    static Request asked(DataInputStream in) throws IOException {
        mark(in);
        int ocr = in.readByte();
        int kind = in.readByte();
        if (ocr < 0 || ocr >= Ocr.values().length) {
            throw new GarbledException("request with OCR " + ocr);
        }
        return kind == DOCUMENT ? new Request.Extracting(Json.read(in.readNBytes(in.readInt()), Document.class))
                : new Request.Reading(source(in, kind, text(in)), Ocr.values()[ocr]);
    }

    private static Source source(DataInputStream in, int kind, String path) throws IOException {
        return switch (kind) {
            case FILE -> Source.ofFile(path, Path.of(text(in)));
            case BYTES -> new Source(path, new Content.OfBytes(in.readNBytes(in.readInt())));
            default -> throw new GarbledException("request of kind " + kind);
        };
    }

    /// @param made a document or an extraction
    static void answer(DataOutputStream out, Object made) throws IOException {
        var bytes = Json.bytes(made instanceof Document document ? Places.in(document, Layout.NONE) : made);
        var places = made instanceof Document document ? Places.bytes(document.layout()) : new byte[0];
        out.writeInt(MARK);
        out.writeInt(Math.addExact(bytes.length, places.length));
        out.writeInt(places.length);
        out.write(bytes);
        out.write(places);
        out.flush();
    }

    static <T> T answered(DataInputStream in, Class<T> type) throws IOException {
        mark(in);
        int length = in.readInt();
        if (length < 0 || length > Limits.MOST_BYTES) {
            throw new TooLongException("answer of " + length + " bytes");
        }
        int places = in.readInt();
        if (places < 0 || places > length) {
            throw new GarbledException("places of " + places + " bytes");
        }
        var made = Json.read(whole(in, length - places), type);
        if (!(made instanceof Document document)) {
            return made;
        }
        try {
            return type.cast(Places.in(document, Places.read(ByteBuffer.wrap(whole(in, places)))));
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new GarbledException("places: " + e.getMessage());
        }
    }

    private static byte[] whole(DataInputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("answer cut off");
        }
        return bytes;
    }

    private static void mark(DataInputStream in) throws IOException {
        int found = in.readInt();
        if (found != MARK) {
            throw new GarbledException("no message: " + Integer.toHexString(found));
        }
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, Content content) throws IOException {
        switch (content) {
            case Content.OfBytes held -> {
                out.writeInt(held.bytes().length);
                out.write(held.bytes());
            }
            case Content.OfFile file -> {
                var bytes = Files.readAllBytes(file.path());
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        }
    }

    /// Names that are no valid text in the machine's encoding cannot be told; the bytes behind them can.
    private static boolean namedFaithfully(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
