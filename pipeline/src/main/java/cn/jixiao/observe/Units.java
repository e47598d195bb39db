package cn.jixiao.observe;

import cn.jixiao.observation.Quantity;
import java.util.HashMap;
import java.util.Map;

/// Tells which quantities could be parts of one another: money and money, 件 and 起, but not 件 and 人次.
final class Units {

    private final Map<String, Integer> classes = new HashMap<>();

    Units(Lexicon lexicon) {
        int number = 0;
        for (var line : lexicon.words("unit_classes")) {
            for (var unit : line.split(" ")) {
                classes.put(unit, number);
            }
            number++;
        }
    }

    boolean alike(Quantity one, Quantity other) {
        if (one.kind() != other.kind()) {
            return false;
        }
        if (one.unit().equals(other.unit())) {
            return true;
        }
        var mine = classes.get(one.unit());
        return mine != null && mine.equals(classes.get(other.unit()));
    }
}
