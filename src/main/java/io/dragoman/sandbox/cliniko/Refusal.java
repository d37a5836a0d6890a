package io.dragoman.sandbox.cliniko;

/** A request that is answered with an error. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("refused", null, false, false);
        this.answer = answer;
    }

    static Refusal bad(String text) {
        return new Refusal(Answer.error(400, "base", text));
    }

    Answer answer() {
        return answer;
    }
}
