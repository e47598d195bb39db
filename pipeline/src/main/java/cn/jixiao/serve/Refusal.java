package cn.jixiao.serve;

import java.util.List;

/// A request that cannot be answered, and what the person can do: `key` names its words, `key.remedy` the remedy.
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String key;
    private final transient List<Object> values;

    /// @param status of HTTP
    /// @param key of the page's words (`error.not_found`)
    /// @param values for `{0}` and so on in both
    public Refusal(int status, String key, Object... values) {
        super(status + " " + key, null, false, false);
        this.status = status;
        this.key = key;
        this.values = List.of(values);
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    public List<Object> values() {
        return values;
    }
}
