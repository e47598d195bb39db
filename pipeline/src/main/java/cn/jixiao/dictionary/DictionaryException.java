package cn.jixiao.dictionary;

/// A dictionary file that cannot be used; the message begins with file and line (`units.yaml:12: ...`).
public final class DictionaryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DictionaryException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
