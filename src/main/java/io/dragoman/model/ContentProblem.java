package io.dragoman.model;

import java.io.IOException;

/** The bytes of a file cannot be had as they should be. Its words name neither the file nor the place it lies at. */
public final class ContentProblem extends IOException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String advice;

    /** A problem without a place; whoever knows the record tells it. */
    public ContentProblem(String code, String advice) {
        super(code);
        this.code = code;
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    public String advice() {
        return advice;
    }
}
