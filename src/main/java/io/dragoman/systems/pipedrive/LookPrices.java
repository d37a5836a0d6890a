package io.dragoman.systems.pipedrive;

import io.dragoman.model.Price;
import java.util.Set;
import java.util.TreeSet;

/** What looking at an account costs before and after a rollback. */
public final class LookPrices {
    private static final int PAGE = 500;
    private static final int FILES = 100;

    private LookPrices() {}

    /** Listing so many records of a kind with every field, those that are archived as well. */
    public static Price held(String word, long records) {
        Kind kind = Kind.of(word);
        int page = kind == Kind.FILE ? FILES : PAGE;
        Price price = list(kind.path()).times(Math.max(1, (records + page - 1) / page));
        if (kind.hasCustomFields()) {
            price = price.plus(list(kind.fieldsPath()));
        }
        return price.plus(archived(word));
    }

    /** Listing what is archived of a kind, where its list leaves that out; else nothing. */
    public static Price archived(String word) {
        Kind kind = Kind.of(word);
        return kind == Kind.DEAL || kind == Kind.LEAD ? list(kind.path() + "/archived") : Price.NOTHING;
    }

    /** Asking what still uses these items of the schema, in an account that holds little. */
    public static Price use(Set<String> items) {
        Price price = Price.NOTHING;
        for (String kind : users(items)) {
            price = price.plus(held(kind, 0));
        }
        return price;
    }

    /** Kinds whose records may use one of these items of the schema. */
    public static Set<String> users(Set<String> items) {
        Set<String> kinds = new TreeSet<>();
        for (String item : items) {
            String[] parts = item.split("/", 3);
            switch (parts[0]) {
                case "field", "options" -> kinds.add(parts[1]);
                case "pipeline", "stage" -> kinds.add("deal");
                case "activity-type" -> kinds.add("activity");
                default -> kinds.add("lead");
            }
        }
        if (kinds.contains("deal")) {
            kinds.add("lead"); // leads have the fields of deals
        }
        return kinds;
    }

    private static Price list(String path) {
        return new Price(1, Costs.of("GET", path));
    }
}
