package cn.jixiao.dictionary;

import cn.jixiao.observation.Region;
import org.jspecify.annotations.Nullable;

/// A stretch of time in which a code had a name.
///
/// @param from the month of the list that first carried it (`1993-12`)
/// @param to the month of the list that last carried it, empty while in force
/// @param shortName the name without its rank (`临泽`), empty where too short to mean anything
record Division(String code, String name, @Nullable String parent, String from, String to, String shortName) {

    /// Lists came out once a year before 2015, so that a name may be a year older than its first list.
    boolean in(int year) {
        return from.compareTo(year + 1 + "-12") <= 0 && (to.isEmpty() || to.compareTo(year + "-01") >= 0);
    }

    String end() {
        return to.isEmpty() ? "9999" : to;
    }

    Region.Level level() {
        if (code.endsWith("0000")) {
            return Region.Level.PROVINCE;
        }
        return code.endsWith("00") ? Region.Level.PREFECTURE : Region.Level.COUNTY;
    }
}
