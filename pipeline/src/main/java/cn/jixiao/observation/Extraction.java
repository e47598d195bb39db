package cn.jixiao.observation;

import cn.jixiao.document.Document;
import java.util.List;

/// All that the pipeline makes of one source.
public record Extraction(Document document, Outline outline, Mentions mentions, List<Observation> observations,
        List<Finding> findings) {

    public Extraction {
        observations = List.copyOf(observations);
        findings = List.copyOf(findings);
    }
}
