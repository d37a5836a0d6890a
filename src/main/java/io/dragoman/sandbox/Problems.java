package io.dragoman.sandbox;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one body, so that the answer names every field at once. */
final class Problems {
    private final List<String> found = new ArrayList<>();

    void add(String field, String reason) {
        found.add(field + ": " + reason);
    }

    void refuse() {
        if (!found.isEmpty()) {
            throw Refusal.invalid(String.join("; ", found));
        }
    }
}
