package cn.jixiao.ingest;

import cn.jixiao.dictionary.Shelf;
import cn.jixiao.read.ocr.Ocr;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What makes records out of bytes: the program and its dictionaries. Another recipe asks for a new reading.
final class Recipe {

    /// To be raised when the program reads the same bytes differently.
    private static final String PROGRAM = "1";

    private Recipe() {
    }

    /// A fingerprint of the program and of every dictionary file, and of the wish to read all pages by OCR. Whether the
    /// pages that need it were read so is no part of it: those that were not are filed as such.
    static String of(Shelf shelf, Ocr ocr) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update((PROGRAM + (ocr == Ocr.ALWAYS ? ocr : "")).getBytes(StandardCharsets.UTF_8));
            for (var ending : new String[] {".yaml", ".tsv", ".txt"}) {
                for (var book : shelf.books("", ending)) {
                    digest.update(book.name().getBytes(StandardCharsets.UTF_8));
                    digest.update(book.text().getBytes(StandardCharsets.UTF_8));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
