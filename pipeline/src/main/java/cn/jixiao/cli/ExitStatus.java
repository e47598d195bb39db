package cn.jixiao.cli;

/// What a run tells the shell.
final class ExitStatus {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /// Done, but some files could not be read; they are named.
    static final int SOME_FILES_FAILED = 3;

    private ExitStatus() {
    }
}
