package cn.jixiao.observation;

import java.util.Locale;

/// The kinds of report: 自评, 评价, 运行监控, 决算, other.
public enum DocumentType {
    SELF_EVALUATION, EVALUATION, MONITORING, FINAL_ACCOUNT, OTHER;

    /// As exports spell it: `self_evaluation`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
