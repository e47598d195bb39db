package cn.jixiao.observation;

import java.util.Locale;

/// Target: a goal, plan, standard, limit or full mark. Actual: everything else, budgets included.
public enum Role {
    TARGET, ACTUAL;

    /// As exports spell it: `target`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
