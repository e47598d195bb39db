package cn.jixiao.serve;

import java.util.Locale;

/// The pages that the bar at the top leads to, in its order.
public enum Section {
    OVERVIEW("/"), SEARCH("/search"), COMPARE("/compare"), FINDINGS("/findings"), REVIEW("/review"), IMPORT("/import");

    private final String path;

    Section(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    /// Of its name among the words.
    public String key() {
        return "nav." + name().toLowerCase(Locale.ROOT);
    }
}
