package cn.jixiao.cli;

import cn.jixiao.observation.Observation;
import cn.jixiao.observation.Role;
import java.util.ArrayList;
import java.util.List;

/// Prints observations with their evidence, a line of what and a line of where.
record ObservationLines(Session session) {

    void print(Observation observation) {
        session.console().print(what(observation));
        session.console().print(where(observation));
    }

    private String what(Observation o) {
        var parts = new ArrayList<String>();
        parts.add(o.raw());
        parts.add(o.indicator() == null ? session.console().text("indicator.none") : name(o.indicator()));
        if (o.breakdown() != null) {
            parts.add(session.console().text("observation.part", o.breakdown()));
        }
        parts.add(session.console().text(o.role() == Role.TARGET ? "role.target" : "role.actual"));
        if (o.period() != null) {
            parts.add(o.period().toString());
        }
        if (o.project() != null) {
            parts.add(o.project());
        }
        if (o.revision() != null) {
            parts.add(session.console().text("revision." + o.revision().state()));
        }
        return "  " + String.join("  ", parts);
    }

    private String where(Observation o) {
        var places = new ArrayList<String>();
        if (o.evidence().page() != null) {
            places.add(session.console().text("place.page", o.evidence().page()));
        }
        var table = o.evidence().table();
        if (table != null) {
            places.add(table.address() != null ? table.address()
                    : session.console().text("place.table", table.table(), table.row() + 1, table.column() + 1));
        }
        var sentence = o.evidence().sentence().strip().replaceAll("\\s+", " ");
        return "      " + String.join(" ", places) + (places.isEmpty() ? "" : "  ") + "“" + shorten(sentence, o.raw()) + "”";
    }

    private String name(String indicator) {
        return session.indicatorName(indicator) + " " + indicator;
    }

    /// At most 80 characters around the figure.
    private static String shorten(String sentence, String raw) {
        int at = Math.max(0, sentence.indexOf(raw.strip()));
        int from = Math.max(0, at - 40);
        int to = Math.min(sentence.length(), at + raw.length() + 40);
        return (from > 0 ? "…" : "") + sentence.substring(from, to) + (to < sentence.length() ? "…" : "");
    }

    void print(List<Observation> observations) {
        observations.forEach(this::print);
    }
}
