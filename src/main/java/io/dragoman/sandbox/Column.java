package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One writable key of a record: its check, and when it may be written, left out or cleared with null. */
record Column(String name, Check check, boolean required, boolean createOnly, Null nulls) {

    /** Where null is taken. */
    enum Null {
        NEVER,
        IN_CHANGES,
        ALWAYS
    }

    static Column of(String name, Check check) {
        return new Column(name, check, false, false, Null.NEVER);
    }

    Column needed() {
        return new Column(name, check, true, createOnly, nulls);
    }

    Column onlyNew() {
        return new Column(name, check, required, true, nulls);
    }

    Column clearable() {
        return new Column(name, check, required, createOnly, Null.IN_CHANGES);
    }

    Column nullable() {
        return new Column(name, check, required, createOnly, Null.ALWAYS);
    }

    @Nullable
    String fault(JsonNode value, boolean create, Account account) {
        if (createOnly && !create) {
            return "is not allowed for this request";
        }
        if (value.isNull()) {
            boolean taken = nulls == Null.ALWAYS || (nulls == Null.IN_CHANGES && !create);
            return taken ? null : "must not be null";
        }
        return check.fault(value, account);
    }
}
