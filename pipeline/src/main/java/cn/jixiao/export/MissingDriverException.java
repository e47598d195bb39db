package cn.jixiao.export;

/// A format that needs a library which is not there.
public final class MissingDriverException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MissingDriverException(Throwable cause) {
        super("no DuckDB driver on the class path", cause);
    }
}
