package cn.jixiao.spark;

import java.util.Map;
import java.util.TreeMap;

/// What the manifest of a committed run tells.
///
/// @param format of the folder
/// @param number 1 for the first run of an output
/// @param job which Spark application made it, and which of its runs it was
/// @param recipe what made the records: program and dictionaries
/// @param outcomes how many paths came to what
/// @param rows of each table; whoever reads a table can tell whether it is whole
record Run(int format, int number, String job, String recipe, Map<String, Long> outcomes, Map<String, Long> rows) {

    static final int FORMAT = 1;

    Run {
        if (number < 1) {
            throw new IllegalArgumentException("run " + number);
        }
        outcomes = new TreeMap<>(outcomes);
        rows = new TreeMap<>(rows);
    }
}
