package cn.jixiao.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The bytes of a source, wherever they lie: a file that can be opened again and again, or bytes taken out of an archive.
public sealed interface Content {

    /// A fresh stream from the first byte; the caller closes it.
    InputStream open() throws IOException;

    /// The number of bytes.
    long size() throws IOException;

    record OfFile(Path path) implements Content {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public long size() throws IOException {
            return Files.size(path);
        }
    }

    record OfBytes(byte[] bytes) implements Content {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public long size() {
            return bytes.length;
        }
    }
}
