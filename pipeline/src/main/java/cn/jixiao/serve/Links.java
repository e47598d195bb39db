package cn.jixiao.serve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Addresses of pages, with parameters as addresses have them.
public final class Links {

    private final StringBuilder address;
    private boolean first = true;

    private Links(String path) {
        this.address = new StringBuilder(path);
    }

    public static Links to(String path) {
        return new Links(path);
    }

    /// An empty value is left out.
    public Links with(String name, Object value) {
        var text = value.toString();
        if (!text.isEmpty()) {
            address.append(first ? '?' : '&').append(name).append('=').append(encoded(text));
            first = false;
        }
        return this;
    }

    @Override
    public String toString() {
        return address.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The page of a report.
    public static String report(String docId) {
        return "/reports/" + encoded(docId);
    }

    /// The page of a report, at a place of its canonical text.
    public static String place(String docId, int start, int end) {
        return report(docId) + "?at=" + start + "-" + end + "#at";
    }

    /// The page of a report, at one of its figures.
    public static String observation(String docId, String id) {
        return report(docId) + "?observation=" + encoded(id) + "#at";
    }
}
