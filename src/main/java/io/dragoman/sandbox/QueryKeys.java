package io.dragoman.sandbox;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query parameters each list and each single read takes; any other is refused. */
final class QueryKeys {
    static final List<String> PAGE = List.of("limit", "cursor");
    private static final List<String> SORT = List.of("sort_by", "sort_direction");
    private static final List<String> CHOICE = List.of("filter_id", "ids", "updated_since", "updated_until");
    private static final List<String> SHOW =
            List.of("include_fields", "custom_fields", "include_option_labels", "include_labels");

    private QueryKeys() {}

    static Set<String> ofList(Kind kind) {
        Set<String> keys = new HashSet<>(PAGE);
        keys.addAll(SORT);
        keys.addAll(kind.references());
        keys.remove("is_archived");
        keys.addAll(ofOne(kind));
        switch (kind) {
            case PERSON -> keys.add("deal_id");
            case ACTIVITY -> keys.addAll(List.of("lead_id", "include_fields"));
            case PRODUCT -> keys.add("custom_fields");
            default -> {}
        }
        if (kind != Kind.PIPELINE && kind != Kind.STAGE && kind != Kind.LINE) {
            keys.addAll(CHOICE);
        }
        if (kind == Kind.PRODUCT) {
            keys.remove("updated_until");
        }
        return keys;
    }

    static Set<String> ofOne(Kind kind) {
        return switch (kind) {
            case PERSON, ORGANIZATION, DEAL -> Set.copyOf(SHOW);
            default -> Set.of();
        };
    }

    static Set<String> sortable(Kind kind) {
        return switch (kind) {
            case ACTIVITY -> Set.of("id", "add_time", "update_time", "due_date");
            case PRODUCT -> Set.of("id", "add_time", "update_time", "name");
            case STAGE -> Set.of("id", "add_time", "update_time", "order_nr");
            case LINE -> Set.of("id", "add_time", "update_time", "deal_id", "order_nr");
            default -> Set.of("id", "add_time", "update_time");
        };
    }

    static void only(Map<String, String> query, Set<String> allowed) {
        for (String key : query.keySet()) {
            if (!allowed.contains(key)) {
                throw Refusal.invalid(key + ": is not allowed for this request");
            }
        }
    }

    static int limit(Map<String, String> query, int most) {
        String given = query.getOrDefault("limit", "100");
        long limit = number("limit", given);
        if (limit < 1 || limit > most) {
            throw Refusal.invalid("limit: must be between 1 and " + most);
        }
        return (int) limit;
    }

    static long number(String name, String given) {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException e) {
            throw Refusal.invalid(name + ": must be an integer");
        }
    }

    static Set<Long> numbers(String name, String given) {
        Set<Long> numbers = new HashSet<>();
        for (String part : given.split(",", -1)) {
            numbers.add(number(name, part.strip()));
        }
        if (numbers.size() > 100) {
            throw Refusal.invalid(name + ": at most 100 ids are allowed");
        }
        return numbers;
    }
}
