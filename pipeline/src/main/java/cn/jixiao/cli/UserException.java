package cn.jixiao.cli;

import java.util.Arrays;

/// Something the user can mend; told in words from the bundle, without a stack trace.
final class UserException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    UserException(String key, Object... arguments) {
        super(key + Arrays.toString(arguments));
        this.key = key;
        this.arguments = arguments.clone();
    }

    String words(Messages messages) {
        return messages.text(key, arguments);
    }
}
