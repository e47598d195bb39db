package cn.jixiao.review;

import cn.jixiao.record.Json;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/// One line of the journal.
///
/// @param id of what it says, by whom and when: the same entry in two journals has the same id
/// @param who a person's name as they gave it; empty where it was not kept
/// @param why in their words; may be empty
/// @param saw the last entry on the same thing when the person decided, empty for none
public record Entry(String id, String who, Instant when, String why, String saw, Correction correction) {

    /// @throws IllegalArgumentException if the name of the person is missing
    static Entry of(String who, Instant when, String why, String saw, Correction correction) {
        if (who.isBlank()) {
            throw new IllegalArgumentException("an entry needs somebody who made it");
        }
        return new Entry(id(who, when, why, saw, correction), who, when, why, saw, correction);
    }

    private static String id(String who, Instant when, String why, String saw, Correction correction) {
        var all = new ByteArrayOutputStream();
        all.writeBytes(Json.bytes(new String[] {who, when.toString(), why, saw}));
        all.writeBytes(Json.bytes(correction));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all.toByteArray()), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
