package cn.jixiao.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.io.OutputStream;

/// One report file as it was handed in.
///
/// @param path the path as given at import, relative where it can be, `/` between names; a member of an archive is
///             `archive.zip!/folder/report.doc`
/// @param content the bytes
public record Source(String path, Content content) {

    public Source {
        if (path.isBlank()) {
            throw new IllegalArgumentException("a source needs a path");
        }
    }

    public static Source ofFile(String path, Path file) {
        return new Source(path, new Content.OfFile(file));
    }

    /// A source of plain words, for examples and tests.
    public static Source ofText(String path, String text) {
        return new Source(path, new Content.OfBytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// The last name of the path: `report.doc`.
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Content identity: the first 32 hex digits of the SHA-256 of the bytes. Same bytes, same id.
    ///
    /// @throws IOException if the bytes cannot be read
    public String id() throws IOException {
        var digest = sha256();
        try (var in = content.open(); var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
