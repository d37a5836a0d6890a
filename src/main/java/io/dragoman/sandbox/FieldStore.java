package io.dragoman.sandbox;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one kind of record in the order they were made, standard ones first. Guarded by the account's lock. */
final class FieldStore {
    private final Map<String, Field> byCode = new LinkedHashMap<>();
    private long lastOrdinal;

    Field standard(String code, String name, String type) {
        return put(new Field(++lastOrdinal, code, name, type, false));
    }

    Field custom(String code, String name, String type) {
        return put(new Field(++lastOrdinal, code, name, type, true));
    }

    private Field put(Field field) {
        byCode.put(field.code, field);
        return field;
    }

    @Nullable
    Field find(String code) {
        return byCode.get(code);
    }

    Field get(String code) {
        Field field = byCode.get(code);
        if (field == null) {
            throw Refusal.missing("Field");
        }
        return field;
    }

    void remove(Field field) {
        byCode.remove(field.code);
    }

    Collection<Field> all() {
        return byCode.values();
    }

    long customCount() {
        return byCode.values().stream().filter(field -> field.custom).count();
    }
}
