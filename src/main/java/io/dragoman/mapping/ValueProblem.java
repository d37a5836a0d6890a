package io.dragoman.mapping;

/** A transform cannot take a value. Holds the value's shape and never the value; the mapper adds the place. */
public final class ValueProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final String shape;
    private final String advice;

    /**
     * @param code stable and kebab-case, such as {@code not-a-date}
     * @param value what could not be taken; only its shape is kept
     * @param advice ends the sentence that begins with the shape and the field: {@code that values does not list. Add it.}
     */
    public ValueProblem(String code, Object value, String advice) {
        super(code, null, false, false);
        this.code = code;
        this.shape = PlainText.shape(value);
        this.advice = advice;
    }

    public String code() {
        return code;
    }

    /** Such as {@code a 3-letter text}. */
    public String shape() {
        return shape;
    }

    public String advice() {
        return advice;
    }
}
