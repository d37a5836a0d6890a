package io.dragoman.app;

/** What the program tells its caller when it ends. 130 and 143 come from the signals themselves. */
final class ExitCode {
    static final int DONE = 0;
    static final int FAILED = 1;
    /** Done, with records set aside, differences found, or work left for another day. */
    static final int LEFT_OVER = 2;
    /** A rule or the account forbids it. */
    static final int REFUSED = 3;

    static final int USAGE = 64;

    private ExitCode() {}
}
