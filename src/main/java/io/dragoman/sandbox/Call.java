package io.dragoman.sandbox;

import java.util.List;

/** A request together with the variable parts of its path. */
record Call(Ask ask, List<String> variables) {

    long id() {
        return id(0);
    }

    long id(int index) {
        try {
            return Long.parseLong(variables.get(index));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("id: must be an integer");
        }
    }

    String variable() {
        return variables.get(0);
    }
}
