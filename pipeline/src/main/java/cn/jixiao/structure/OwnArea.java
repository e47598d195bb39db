package cn.jixiao.structure;

import cn.jixiao.dictionary.FactWords;
import cn.jixiao.observation.Region.Level;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How high the writer stands: who says 我县 and 全县 writes for a county.
final class OwnArea {

    private OwnArea() {
    }

    /// The level of the area that the writer calls his own most often.
    static @Nullable Level level(FactWords words, String text) {
        var counts = new EnumMap<Level, Integer>(Level.class);
        for (var entry : words.list("scope")) {
            int cut = entry.indexOf('=');
            var word = entry.substring(0, cut);
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
                counts.merge(Level.valueOf(entry.substring(cut + 1)), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(null);
    }
}
