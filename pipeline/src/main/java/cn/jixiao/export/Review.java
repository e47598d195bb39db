package cn.jixiao.export;

import cn.jixiao.observation.Finding;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// What a person decided on a finding: it is right (accepted), or it is none (dismissed), and why.
///
/// @param finding the short name of the finding, see [#name(Finding)]
public record Review(String finding, Verdict verdict, String reason) {

    /// What became of a finding.
    public enum Verdict { ACCEPTED, DISMISSED }

    /// A short name that stays as long as the report's bytes, the rule and the places of the operands stay.
    public static String name(Finding finding) {
        var crc = new CRC32();
        crc.update((finding.docId() + '|' + finding.rule() + '|' + String.join(",", finding.observations()))
                .getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
