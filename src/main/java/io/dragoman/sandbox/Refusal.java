package io.dragoman.sandbox;

/** Carries the answer of a request that the account does not take; thrown before anything is changed. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    Refusal(Answer answer) {
        super("refused with " + answer.status(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }

    static Refusal invalid(String what) {
        return new Refusal(Answer.error(400, "Validation failed: " + what, "ERR_SCHEMA_VALIDATION_FAILED"));
    }

    static Refusal bad(String what) {
        return new Refusal(Answer.error(400, what, "ERR_BAD_REQUEST"));
    }

    static Refusal missing(String what) {
        return new Refusal(Answer.error(404, what + " not found or not accessible", "ERR_NOT_FOUND"));
    }

    static Refusal forbidden(String what) {
        return new Refusal(Answer.json(403, Json.object().put("success", false).put("error", what)));
    }

    static Refusal unknown() {
        return new Refusal(Answer.error(500, "Unknown error", "ERR_UNKNOWN"));
    }

    /** The error shape of the first API version. */
    static Refusal old(int status, String what) {
        var body = Json.object().put("success", false).put("error", what).put("error_info", "See the documentation");
        body.putNull("data");
        body.putNull("additional_data");
        return new Refusal(Answer.json(status, body));
    }
}
