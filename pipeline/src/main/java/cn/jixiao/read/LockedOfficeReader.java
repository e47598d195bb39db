package cn.jixiao.read;

import cn.jixiao.document.Content;
import cn.jixiao.document.Document;
import cn.jixiao.document.Source;
import cn.jixiao.read.ocr.Ocr;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Reads an encrypted Office package if it was only locked against changes, with the password that every Excel knows
/// ([MS-OFFCRYPTO] 2.4.2.3); any other is named as locked.
final class LockedOfficeReader {

    /// @throws EncryptedDocumentException if a person's password is needed
    Document read(String id, Source source) throws IOException {
        try (var in = source.content().open(); var files = new POIFSFileSystem(in)) {
            var decryptor = Decryptor.getInstance(new EncryptionInfo(files));
            if (!decryptor.verifyPassword(Decryptor.DEFAULT_PASSWORD)) {
                throw new EncryptedDocumentException("locked by a password");
            }
            try (var open = decryptor.getDataStream(files)) {
                var unlocked = new Source(source.path(), new Content.OfBytes(open.readAllBytes()));
                var format = Format.of(MediaTypes.detect(unlocked)).filter(found -> found != Format.LOCKED_OFFICE)
                        .orElseThrow(() -> new IOException("no document inside"));
                return format.reader(Ocr.OFF).read(id, unlocked);
            }
        } catch (GeneralSecurityException e) {
            throw new EncryptedDocumentException(e.getMessage(), e);
        }
    }
}
