package cn.jixiao.export;

import cn.jixiao.observation.Finding;
import java.util.List;
import java.util.Map;

/// What checking found, as the contract's finding record.
public final class FindingRow {

    static final List<String> KEYS =
            Fields.keys("rule holds severity message observations expected found doc_id source");

    private FindingRow() {
    }

    public static Map<String, Object> of(Finding finding) {
        return new Fields().put("rule", finding.rule()).put("holds", finding.holds())
                .put("severity", finding.severity().key()).put("message", finding.message())
                .put("observations", finding.observations()).put("expected", finding.expected())
                .put("found", finding.found()).put("doc_id", finding.docId()).put("source", finding.source()).map();
    }
}
