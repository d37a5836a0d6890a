package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a record must satisfy as a whole, and what the account fills in by itself. Works on the merged record. */
final class Rules {
    private final Account account;
    private final DealRules deals;

    Rules(Account account) {
        this.account = account;
        this.deals = new DealRules(account);
    }

    /**
     * Completes the record that is about to be kept.
     *
     * @param change the accepted keys of this request
     * @param merged the record as it was, or an empty one, with the change applied
     */
    void settle(Kind kind, boolean create, ObjectNode change, ObjectNode merged, Problems problems) {
        if (create) {
            fillOwner(kind, merged);
        }
        switch (kind) {
            case DEAL -> deals.settle(create, change, merged, problems);
            case PRODUCT -> product(create, merged, problems);
            case ACTIVITY -> activity(create, change, merged);
            case PIPELINE -> order(kind, create, merged, 0);
            case STAGE -> order(kind, create, merged, merged.path("pipeline_id").asLong());
            case LINE -> line(merged, problems);
            default -> {}
        }
    }

    private void fillOwner(Kind kind, ObjectNode merged) {
        if (Columns.all(kind).containsKey("owner_id") && !merged.has("owner_id")) {
            merged.put("owner_id", account.me().id());
        }
    }

    private void product(boolean create, ObjectNode merged, Problems problems) {
        if (create && !merged.has("prices")) {
            merged.putArray("prices").addObject().put("currency", "EUR").put("price", 0);
        }
        cycles(merged, problems);
    }

    private static void cycles(ObjectNode merged, Problems problems) {
        String frequency = merged.path("billing_frequency").asText("one-time");
        boolean given = merged.hasNonNull("billing_frequency_cycles");
        if (given && frequency.equals("one-time")) {
            problems.add("billing_frequency_cycles", "must be null when billing_frequency is one-time");
        }
        if (!given && frequency.equals("weekly")) {
            problems.add("billing_frequency_cycles", "is required when billing_frequency is weekly");
        }
    }

    private void line(ObjectNode merged, Problems problems) {
        cycles(merged, problems);
        Row product =
                account.records(Kind.PRODUCT).find(merged.path("product_id").asLong());
        if (product != null && !product.record().path("is_linkable").asBoolean(true)) {
            problems.add("product_id", "is not linkable");
        }
    }

    private void activity(boolean create, ObjectNode change, ObjectNode merged) {
        if (create && !merged.hasNonNull("type")) {
            account.records(Kind.ACTIVITY_TYPE)
                    .visible()
                    .findFirst()
                    .ifPresent(row -> merged.set("type", row.record().get("key_string")));
        }
        if (change.path("done").asBoolean(false)) {
            merged.put("_done", account.now().second());
        }
        JsonNode primary = Json.nothing();
        for (JsonNode participant : merged.path("participants")) {
            primary = participant.path("primary").asBoolean() ? participant.path("person_id") : primary;
        }
        merged.set("person_id", primary);
    }

    /** New pipelines come last, and so do new stages within their pipeline. */
    private void order(Kind kind, boolean create, ObjectNode merged, long pipelineId) {
        if (!create) {
            return;
        }
        long last = account.records(kind)
                .visible()
                .filter(row -> kind == Kind.PIPELINE || row.reference(0) == pipelineId)
                .mapToLong(row -> row.record().path("order_nr").asLong())
                .max()
                .orElse(0);
        merged.put("order_nr", last + 1);
    }
}
