package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One record at rest: packed JSON of what was written, the numbers lists filter by, and its times in seconds. Guarded by the account's
 * lock.
 */
final class Row {
    final long id;
    final Moment born;
    private final Kind kind;
    private byte[] packed;
    private long[] references;
    private long added;
    private long updated;
    private Moment died = Moment.NEVER;

    /** When something happened, by the number of the request and by the clock. */
    record Moment(long request, long millis) {
        static final Moment NEVER = new Moment(Long.MAX_VALUE, Long.MAX_VALUE);

        long second() {
            return Math.floorDiv(millis, 1000L);
        }
    }

    Row(Kind kind, long id, ObjectNode record, Moment now) {
        this.kind = kind;
        this.id = id;
        this.born = now;
        this.added = now.second();
        this.updated = now.second();
        this.packed = Json.pack(record);
        this.references = kind.references(record);
    }

    ObjectNode record() {
        return Json.unpack(packed);
    }

    void write(ObjectNode record, Moment now) {
        packed = Json.pack(record);
        references = kind.references(record);
        updated = now.second();
    }

    void delete(Moment now) {
        died = now;
        updated = now.second();
    }

    boolean deleted() {
        return died.request() != Moment.NEVER.request();
    }

    Moment died() {
        return died;
    }

    long reference(int index) {
        return references[index];
    }

    long added() {
        return added;
    }

    void added(long second) {
        added = second;
    }

    long updated() {
        return updated;
    }
}
