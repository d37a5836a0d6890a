package io.dragoman.contract;

import io.dragoman.sandbox.Seen;
import java.util.Map;

/** Exchanges made up for the judge. Single quotes stand for double ones. */
final class Exchanges {
    private Exchanges() {}

    /** A request of the program's that got no answer. */
    static Seen asked(String method, String target, String body) {
        return exchange(method, target, body, 0, "", 0);
    }

    static Seen answered(String method, String target, int status, String answer, int price) {
        return exchange(method, target, "", status, answer, price);
    }

    private static Seen exchange(String method, String target, String body, int status, String answer, int price) {
        return new Seen(
                "http://127.0.0.1:1",
                method,
                target,
                "Dragoman",
                body.isEmpty() ? "" : "application/json",
                true,
                body.replace('\'', '"'),
                status,
                Map.of(),
                answer.replace('\'', '"'),
                price,
                false);
    }
}
