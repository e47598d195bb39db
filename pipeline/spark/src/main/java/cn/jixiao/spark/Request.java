package cn.jixiao.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What a person asked for, as given to `spark-submit` behind the jar.
///
/// @param out the folder of runs
/// @param paths files and folders
/// @param dictionaries folders of the driver's machine, laid over the program's own
/// @param seconds and megabytes: what one file may cost
/// @param ocr `auto`, `off` or `always`
/// @param retryFailed whether files that failed before and did not change are tried again
/// @param runFiles how many files make a run, which is what a killed job has to do again at most; 0 for as many as keep the
///                 cluster busy for some minutes
record Request(String out, List<String> paths, List<String> dictionaries, int seconds, int megabytes, String ocr,
        boolean retryFailed, int runFiles) {

    private static final int LEAST_FILES = 10_000;
    private static final int FILES_A_SLOT = 5_000;

    Request {
        if (out.isEmpty() || paths.isEmpty() || seconds < 1 || megabytes < 64 || runFiles < 0
                || !List.of("auto", "off", "always").contains(ocr)) {
            throw new IllegalArgumentException(out + " " + paths + " " + seconds + " s " + megabytes + " MB " + ocr + " " + runFiles);
        }
        paths = List.copyOf(paths);
        dictionaries = List.copyOf(dictionaries);
    }

    /// @throws IllegalArgumentException if it is none
    static Request of(String... arguments) {
        var paths = new ArrayList<String>();
        var dictionaries = new ArrayList<String>();
        var values = new java.util.HashMap<>(Map.of("--out", "", "--timeout", "60", "--memory", "768", "--ocr", "auto",
                "--run-files", "0"));
        boolean retry = false;
        for (int i = 0; i < arguments.length; i++) {
            var each = arguments[i];
            if (each.equals("--retry-failed")) {
                retry = true;
            } else if (each.equals("--")) {
                paths.addAll(List.of(arguments).subList(i + 1, arguments.length));
                break;
            } else if (each.equals("--dictionaries") && i + 1 < arguments.length) {
                dictionaries.add(arguments[++i]);
            } else if (values.containsKey(each) && i + 1 < arguments.length) {
                values.put(each, arguments[++i]);
            } else if (each.startsWith("--")) {
                throw new IllegalArgumentException(each);
            } else {
                paths.add(each);
            }
        }
        return new Request(values.get("--out"), paths, dictionaries, Integer.parseInt(values.get("--timeout")),
                Integer.parseInt(values.get("--memory")), values.get("--ocr").toLowerCase(java.util.Locale.ROOT), retry,
                Integer.parseInt(values.get("--run-files")));
    }

    /// How many files make a run on so many slots. A run ends with all slots waiting for the last one, so it must be long
    /// against that wait, and short against what may be lost.
    int filesOfARun(int slots) {
        return runFiles > 0 ? runFiles : Math.max(LEAST_FILES, Math.multiplyExact(FILES_A_SLOT, slots));
    }

    /// As the program's task takes them.
    Map<String, String> settings() {
        return Map.of("seconds", Integer.toString(seconds), "megabytes", Integer.toString(megabytes), "ocr", ocr);
    }
}
