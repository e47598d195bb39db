package cn.jixiao.read.ocr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The rooms into which ruling lines part a page: the cells of its tables, and all the rest as one.
///
/// Kept on a grid coarser than the picture, so that small breaks in lines let nothing through.
final class Rooms {

    /// Pixels of the picture to one place of the grid, each way.
    private static final int COARSE = 4;
    private static final int FREE = 0;
    private static final int WALL = -1;

    /// One room's number and the rectangle around it, in pixels of the picture, right and bottom excluded.
    record Room(int number, int left, int top, int right, int bottom) {
    }

    private final int width;
    private final int height;
    private final int[] numbers;
    private final List<Room> rooms = new ArrayList<>();

    Rooms(Picture picture, List<Rules.Rule> rules) {
        width = (picture.width + COARSE - 1) / COARSE;
        height = (picture.height + COARSE - 1) / COARSE;
        numbers = new int[width * height];
        rules.forEach(this::wall);
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] == FREE) {
                fill(i, picture);
            }
        }
        dissolveWalls();
    }

    List<Room> all() {
        return rooms;
    }

    /// Whether a pixel of the picture lies in a room.
    boolean contains(Room room, int x, int y) {
        return numbers[y / COARSE * width + x / COARSE] == room.number();
    }

    /// Lines reach a little further than they were seen: the corner of a table need not be printed well.
    private void wall(Rules.Rule rule) {
        int half = rule.thick() / 2;
        int first = Math.max(0, (rule.at() - half) / COARSE);
        int last = (rule.at() + half) / COARSE;
        int from = Math.max(0, rule.from() / COARSE - 2);
        int to = rule.to() / COARSE + 2;
        for (int across = first; across <= last; across++) {
            for (int along = from; along <= to; along++) {
                int x = rule.horizontal() ? along : across;
                int y = rule.horizontal() ? across : along;
                if (x < width && y < height) {
                    numbers[y * width + x] = WALL;
                }
            }
        }
    }

    private void fill(int start, Picture picture) {
        int number = rooms.size() + 1;
        int[] edges = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
        var open = new ArrayDeque<Integer>();
        numbers[start] = number;
        open.add(start);
        while (!open.isEmpty()) {
            int at = open.poll();
            edges[0] = Math.min(edges[0], at % width);
            edges[1] = Math.min(edges[1], at / width);
            edges[2] = Math.max(edges[2], at % width);
            edges[3] = Math.max(edges[3], at / width);
            for (int next : neighbours(at)) {
                if (next >= 0 && numbers[next] == FREE) {
                    numbers[next] = number;
                    open.add(next);
                }
            }
        }
        // Walls around belong to the room as far as letters reach into them.
        rooms.add(new Room(number, Math.max(0, (edges[0] - 2) * COARSE), Math.max(0, (edges[1] - 2) * COARSE),
                Math.min(picture.width, (edges[2] + 3) * COARSE), Math.min(picture.height, (edges[3] + 3) * COARSE)));
    }

    /// Letters that touch a line stand in the room on their side of it.
    private void dissolveWalls() {
        for (int round = 0; round < 4; round++) {
            var before = Arrays.copyOf(numbers, numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                for (int next : before[i] == WALL ? neighbours(i) : new int[0]) {
                    if (next >= 0 && before[next] > 0) {
                        numbers[i] = before[next];
                        break;
                    }
                }
            }
        }
    }

    private int[] neighbours(int at) {
        int x = at % width;
        return new int[] {x > 0 ? at - 1 : -1, x + 1 < width ? at + 1 : -1, at - width,
            at + width < numbers.length ? at + width : -1};
    }
}
