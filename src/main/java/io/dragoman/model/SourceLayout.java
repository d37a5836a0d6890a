package io.dragoman.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source system offers, known before any record is read.
 *
 * @param system such as {@code dentrix}
 * @param objects by object name
 */
public record SourceLayout(String system, Map<String, SourceObject> objects) {
    /**
     * One kind of source record: a file of an export, or a view over files.
     *
     * @param name such as {@code patient}
     * @param of object whose rows a view shows; null for a file
     * @param file such as {@code patients.csv}; null for a view
     * @param required whether an export without it is refused
     * @param key columns that name a row
     * @param columns all columns; empty name never
     */
    public record SourceObject(
            String name,
            @Nullable String of,
            @Nullable String file,
            boolean required,
            List<String> key,
            List<Column> columns) {}

    /**
     * One column.
     *
     * @param type {@code id string text int dec date time datetime bool code email phone url sha256}
     * @param codes what a {@code code} column may hold; empty when not established
     * @param refersTo {@code object.column}; null when it refers to nothing
     */
    public record Column(
            String name,
            String type,
            boolean required,
            List<String> codes,
            @Nullable String refersTo) {}
}
