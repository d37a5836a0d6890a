package io.dragoman.sandbox;

import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which records of a kind a list is about, read from its query. */
final class Choice {
    private static final List<String> STATUSES = List.of("open", "won", "lost");

    private Choice() {}

    static Predicate<Row> of(Kind kind, Map<String, String> query, boolean archived) {
        if (query.containsKey("filter_id")) {
            throw Refusal.missing("Filter");
        }
        Predicate<Row> chosen = status(kind, query);
        for (int i = 0; i < kind.references().size(); i++) {
            String key = kind.references().get(i);
            if (query.containsKey(key) && !key.equals("status")) {
                chosen = chosen.and(reference(i, value(key, query.getOrDefault(key, ""))));
            }
        }
        if (kind == Kind.DEAL) {
            int place = kind.references().indexOf("is_archived");
            chosen = chosen.and(reference(place, archived ? 1 : 0));
        }
        return chosen.and(ids(query)).and(times(query));
    }

    private static Predicate<Row> reference(int place, long wanted) {
        return row -> row.reference(place) == wanted;
    }

    private static long value(String key, String given) {
        if (key.equals("done")) {
            return ViewOptions.flag(Map.of(key, given), key) ? 1 : 0;
        }
        return key.equals("lead_id") ? Uuid.number(Kind.LEAD, given) : QueryKeys.number(key, given);
    }

    /** Deals can be asked for by status, deleted ones too; of other kinds only visible records are listed. */
    private static Predicate<Row> status(Kind kind, Map<String, String> query) {
        String given = query.get("status");
        if (kind != Kind.DEAL || given == null) {
            return row -> !row.deleted();
        }
        Set<Long> wanted = new HashSet<>();
        boolean deleted = false;
        for (String status : given.split(",")) {
            if (!status.equals("deleted") && !STATUSES.contains(status)) {
                throw Refusal.invalid("status: must be one of open, won, lost, deleted");
            }
            deleted = deleted || status.equals("deleted");
            wanted.add(Kind.number(status));
        }
        boolean withDeleted = deleted;
        int place = kind.references().indexOf("status");
        return row -> row.deleted() ? withDeleted : wanted.contains(row.reference(place));
    }

    private static Predicate<Row> ids(Map<String, String> query) {
        String given = query.get("ids");
        if (given == null) {
            return row -> true;
        }
        Set<Long> ids = QueryKeys.numbers("ids", given);
        return row -> ids.contains(row.id);
    }

    private static Predicate<Row> times(Map<String, String> query) {
        long since = millis(query, "updated_since", Long.MIN_VALUE);
        long until = millis(query, "updated_until", Long.MAX_VALUE);
        return row -> row.updated() * 1000 >= since && row.updated() * 1000 < until;
    }

    private static long millis(Map<String, String> query, String name, long absent) {
        String given = query.get(name);
        if (given == null) {
            return absent;
        }
        if (!Checks.isInstant(given)) {
            throw Refusal.invalid(name + ": must be a time as RFC 3339 has it");
        }
        return OffsetDateTime.parse(given).toInstant().toEpochMilli();
    }
}
