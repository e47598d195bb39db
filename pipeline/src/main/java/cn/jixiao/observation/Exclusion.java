package cn.jixiao.observation;

import cn.jixiao.document.Span;

/// A number that was left out, and the rule that says why (`date`, `document-number`, `hotline`).
public record Exclusion(Span span, String raw, String rule) {
}
