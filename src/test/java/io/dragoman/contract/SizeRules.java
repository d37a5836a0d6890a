package io.dragoman.contract;

import java.util.function.Consumer;

/** How much may be asked for, or sent, at once. */
final class SizeRules {
    private SizeRules() {}

    static void check(Asked asked, Consumer<String> fault) {
        long limit = number(asked.query().getOrDefault("limit", "1"));
        if (limit < 1 || limit > largestPage(asked)) {
            fault.accept("limit must be from 1 to " + largestPage(asked));
        }
        atMost(asked, "ids", 100, fault);
        atMost(asked, "deal_ids", 100, fault);
        atMost(asked, "custom_fields", 15, fault);
        boolean bulk = asked.path().endsWith("/products/bulk");
        int lines = asked.body().path("data").size();
        if (bulk && (lines < 1 || lines > 100)) {
            fault.accept("must send from 1 to 100 lines");
        }
    }

    private static int largestPage(Asked asked) {
        boolean search = asked.about("itemSearch") || asked.path().endsWith("/search");
        boolean files = asked.old() && (asked.about("files") || asked.path().endsWith("/files"));
        return search || files ? 100 : 500;
    }

    private static void atMost(Asked asked, String key, int most, Consumer<String> fault) {
        String given = asked.query().get(key);
        if (given != null && given.split(",", -1).length > most) {
            fault.accept(key + " takes at most " + most);
        }
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,9}") ? Long.parseLong(text) : -1;
    }
}
