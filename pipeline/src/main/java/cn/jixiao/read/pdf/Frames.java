package cn.jixiao.read.pdf;

import cn.jixiao.document.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Where horizontal lines alone mark a table (三线表): one above its head, one below, one at its end, all of one width.
final class Frames {

    /// How far the ends of lines of one width may differ, in points.
    private static final double SAME = 3;

    private static final double SHORTEST = 100;

    /// The head of a table is no taller; the lines of a running header and footer are farther apart.
    private static final double TALLEST_HEAD = 48;

    /// A page with more is a form or a drawing.
    private static final int MOST_LINES = 300;

    private Frames() {
    }

    static List<Box> of(List<Ruling> rulings) {
        var across = Lattice.merged(rulings.stream().filter(Ruling::horizontal).toList()).stream()
                .filter(line -> line.length() >= SHORTEST).sorted(Comparator.comparingDouble(Ruling::at)).toList();
        var frames = new ArrayList<Box>();
        var used = new boolean[across.size()];
        for (int i = 0; i < across.size() && across.size() <= MOST_LINES; i++) {
            var group = new ArrayList<Ruling>();
            var taken = new ArrayList<Integer>();
            for (int j = i; j < across.size() && !used[i]; j++) {
                if (Math.abs(across.get(j).from() - across.get(i).from()) < SAME
                        && Math.abs(across.get(j).to() - across.get(i).to()) < SAME) {
                    group.add(across.get(j));
                    taken.add(j);
                }
            }
    
            taken.forEach(line -> used[line] = true);
            frames.addAll(frames(group));
        }
        return frames.stream().filter(frame -> rulings.stream().noneMatch(line -> !line.horizontal()
                && line.at() > frame.left() - SAME && line.at() < frame.right() + SAME
                && line.to() > frame.top() + SAME && line.from() < frame.bottom() - SAME)).toList();
    }

    private static List<Box> frames(List<Ruling> lines) {
        var frames = new ArrayList<Box>();
        boolean dense = lines.size() > 3;
        for (int i = 1; i < lines.size(); i++) {
            dense &= lines.get(i).at() - lines.get(i - 1).at() <= TALLEST_HEAD;
        }
        if (dense) {
            return List.of(frame(lines.getFirst(), lines.getLast()));
        }
        for (int i = 0; i + 2 < lines.size(); i++) {
            if (lines.get(i + 1).at() - lines.get(i).at() <= TALLEST_HEAD) {
                frames.add(frame(lines.get(i), lines.get(i + 2)));
                i += 2;
            }
        }
        return frames;
    }

    private static Box frame(Ruling first, Ruling last) {
        return new Box(Math.min(first.from(), last.from()), first.at(), Math.max(first.to(), last.to()), last.at());
    }
}
