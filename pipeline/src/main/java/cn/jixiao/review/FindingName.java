package cn.jixiao.review;

import cn.jixiao.observation.Finding;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/// A short name of a finding that stays as long as the report's bytes, the rule and the places of the operands stay.
public final class FindingName {

    private FindingName() {
    }

    /// Eight hex digits.
    public static String of(Finding finding) {
        var crc = new CRC32();
        crc.update((finding.docId() + '|' + finding.rule() + '|' + String.join(",", finding.observations()))
                .getBytes(StandardCharsets.UTF_8));
        return String.format("%08x", crc.getValue());
    }
}
