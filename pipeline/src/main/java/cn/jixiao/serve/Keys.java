package cn.jixiao.serve;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs what the server gives out and wants to know again. The key lives as long as the server: after a restart everyone
/// signs in anew.
final class Keys {

    private static final String MAC = "HmacSHA256";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key = new SecretKeySpec(bytes(), MAC);

    /// Something nobody can guess.
    String fresh() {
        return TEXT.encodeToString(bytes());
    }

    /// @param purpose keeps signatures of one kind from standing for another
    String sign(String purpose, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return TEXT.encodeToString(mac.doFinal((purpose + '\n' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows " + MAC, e);
        }
    }

    /// In time that does not tell how much of it is right.
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(digest(one), digest(other));
    }

    /// Of equal length whatever the text is, so that not even its length can be measured.
    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java knows SHA-256", e);
        }
    }

    private byte[] bytes() {
        var made = new byte[32];
        random.nextBytes(made);
        return made;
    }
}
