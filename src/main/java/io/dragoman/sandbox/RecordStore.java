package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All records of one kind, by id. Ids grow and are never used twice. Guarded by the account's lock. */
final class RecordStore {
    private final Kind kind;
    private final NavigableMap<Long, Row> rows = new TreeMap<>();
    private final Map<Long, NavigableSet<Long>> children = new HashMap<>();
    private long lastId;

    RecordStore(Kind kind) {
        this.kind = kind;
    }

    Row add(ObjectNode record, Row.Moment now) {
        Row row = new Row(kind, ++lastId, record, now);
        rows.put(row.id, row);
        if (kind == Kind.LINE) {
            children.computeIfAbsent(row.reference(0), deal -> new TreeSet<>()).add(row.id);
        }
        return row;
    }

    /** The visible record with this id, or nothing. */
    @Nullable
    Row find(long id) {
        Row row = rows.get(id);
        return row == null || row.deleted() ? null : row;
    }

    Row get(long id) {
        Row row = find(id);
        if (row == null) {
            throw Refusal.missing(kind.title());
        }
        return row;
    }

    boolean has(long id) {
        return find(id) != null;
    }

    Stream<Row> visible() {
        return rows.values().stream().filter(row -> !row.deleted());
    }

    /** Visible and deleted records in order of id, on the far side of {@code after}. */
    Stream<Row> walk(boolean ascending, @Nullable Long after) {
        NavigableMap<Long, Row> part = rows;
        if (after != null) {
            part = ascending ? rows.tailMap(after, false) : rows.headMap(after, false);
        }
        return (ascending ? part : part.descendingMap()).values().stream();
    }

    /** The visible lines of one deal, in order of id. */
    Stream<Row> ofDeal(long dealId) {
        return children.getOrDefault(dealId, Collections.emptyNavigableSet()).stream()
                .map(this::find)
                .flatMap(Stream::ofNullable);
    }
}
