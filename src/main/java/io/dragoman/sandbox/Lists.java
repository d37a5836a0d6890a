package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages through the records of a kind behind a cursor, by id without touching the records before it. */
final class Lists {
    private static final int MOST = 500;

    private final Account account;
    private final View view;

    Lists(Account account) {
        this.account = account;
        this.view = new View(account);
    }

    Answer answer(Kind kind, Map<String, String> query, boolean archived) {
        QueryKeys.only(query, QueryKeys.ofList(kind));
        Predicate<Row> chosen = Choice.of(kind, query, archived).and(row -> account.listed(kind, row.id));
        if (kind == Kind.PERSON && query.containsKey("deal_id")) {
            long person = personOf(QueryKeys.number("deal_id", query.getOrDefault("deal_id", "")));
            chosen = chosen.and(row -> row.id == person);
        }
        return page(kind, query, ViewOptions.of(query), chosen, null);
    }

    private long personOf(long dealId) {
        Row deal = account.records(Kind.DEAL).find(dealId);
        return deal == null ? 0 : deal.reference(Kind.DEAL.references().indexOf("person_id"));
    }

    /**
     * One page of the chosen records.
     *
     * @param source the records to choose from; null for all of the kind
     */
    Answer page(
            Kind kind,
            Map<String, String> query,
            ViewOptions options,
            Predicate<Row> chosen,
            @Nullable Stream<Row> source) {
        int limit = QueryKeys.limit(query, MOST);
        String field = query.getOrDefault("sort_by", "id");
        if (!QueryKeys.sortable(kind).contains(field)) {
            throw Refusal.invalid("sort_by: must be one of " + QueryKeys.sortable(kind));
        }
        boolean ascending = ascending(query);
        @Nullable Cursor after = query.containsKey("cursor") ? Cursor.parse(query.getOrDefault("cursor", "")) : null;
        if (after != null && (!after.field().equals(field) || after.ascending() != ascending)) {
            throw Refusal.invalid("cursor: belongs to another order");
        }
        Stream<Row> ordered = field.equals("id") && source == null
                ? account.records(kind)
                        .walk(ascending, after == null ? null : (Long) after.id())
                        .filter(chosen)
                : sorted(
                        source == null ? account.records(kind).walk(true, null) : source,
                        chosen,
                        field,
                        ascending,
                        after);
        List<Row> rows = new ArrayList<>(ordered.limit(limit + 1L).toList());
        ArrayNode data = Json.array();
        rows.stream().limit(limit).forEach(row -> data.add(view.of(kind, row, options)));
        @Nullable String next = null;
        if (rows.size() > limit) {
            Row last = rows.get(limit - 1);
            next = new Cursor(field, ascending, key(last, field), last.id).text();
        }
        return Answer.json(200, enveloped(data, next));
    }

    static ObjectNode enveloped(ArrayNode data, @Nullable String next) {
        ObjectNode body = Answer.envelope(data);
        body.putObject("additional_data").put("next_cursor", next);
        return body;
    }

    private static boolean ascending(Map<String, String> query) {
        String direction = query.getOrDefault("sort_direction", "asc");
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw Refusal.invalid("sort_direction: must be asc or desc");
        }
        return direction.equals("asc");
    }

    private static Stream<Row> sorted(
            Stream<Row> rows, Predicate<Row> chosen, String field, boolean ascending, @Nullable Cursor after) {
        record Keyed(String key, Row row) {}
        Comparator<Keyed> order = Comparator.comparing(Keyed::key).thenComparingLong(keyed -> keyed.row().id);
        Comparator<Keyed> asked = ascending ? order : order.reversed();
        return rows.filter(chosen)
                .map(row -> new Keyed(key(row, field), row))
                .filter(keyed -> after == null || behind(keyed.key(), keyed.row().id, after))
                .sorted(asked)
                .map(Keyed::row);
    }

    private static boolean behind(String key, long id, Cursor after) {
        int order = key.compareTo(after.key());
        order = order != 0 ? order : Long.compare(id, after.id());
        return after.ascending() ? order > 0 : order < 0;
    }

    private static String key(Row row, String field) {
        return switch (field) {
            case "id" -> padded(row.id);
            case "add_time" -> padded(row.added());
            case "update_time" -> padded(row.updated());
            case "deal_id", "order_nr" -> padded(row.record().path(field).asLong());
            default -> row.record().path(field).asText("");
        };
    }

    /** Fixed width, so that the order of the texts is the order of the numbers. */
    private static String padded(long number) {
        return String.format("%020d", number + (1L << 40));
    }
}
