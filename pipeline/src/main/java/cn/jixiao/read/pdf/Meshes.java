package cn.jixiao.read.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Groups of lines that meet each other: the rulings of one table hang together, those of two do not.
final class Meshes {

    /// Lines that hang together.
    record Mesh(List<Ruling> across, List<Ruling> down) {
    }

    /// Pairs compared at most; a page with more is a drawing.
    private static final long MOST_PAIRS = 4_000_000;

    private Meshes() {
    }

    static List<Mesh> of(List<Ruling> across, List<Ruling> down, double reach) {
        if ((long) across.size() * down.size() > MOST_PAIRS) {
            return List.of();
        }
        var groups = new Groups(across.size() + down.size());
        for (int i = 0; i < across.size(); i++) {
            for (int j = 0; j < down.size(); j++) {
                if (meet(across.get(i), down.get(j), reach)) {
                    groups.join(i, across.size() + j);
                }
            }
        }
        return collect(across, down, groups);
    }

    private static boolean meet(Ruling across, Ruling down, double reach) {
        return down.at() >= across.from() - reach && down.at() <= across.to() + reach
                && across.at() >= down.from() - reach && across.at() <= down.to() + reach;
    }

    private static List<Mesh> collect(List<Ruling> across, List<Ruling> down, Groups groups) {
        Map<Integer, Mesh> meshes = new LinkedHashMap<>();
        for (int i = 0; i < across.size(); i++) {
            meshes.computeIfAbsent(groups.of(i), key -> new Mesh(new ArrayList<>(), new ArrayList<>())).across()
                    .add(across.get(i));
        }
        for (int j = 0; j < down.size(); j++) {
            meshes.computeIfAbsent(groups.of(across.size() + j), key -> new Mesh(new ArrayList<>(), new ArrayList<>()))
                    .down().add(down.get(j));
        }
        return meshes.values().stream().filter(mesh -> !mesh.across().isEmpty() && !mesh.down().isEmpty()).toList();
    }
}
