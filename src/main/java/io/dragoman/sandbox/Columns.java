package io.dragoman.sandbox;

import static io.dragoman.sandbox.Column.of;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The writable keys of every kind of record of the second API version. */
final class Columns {
    static final Set<String> FREQUENCIES =
            Set.of("one-time", "annually", "semi-annually", "quarterly", "monthly", "weekly");
    private static final int LONG_TEXT = 65_535;
    private static final int NOTE = 100 * 1024;
    private static final Map<Kind, Map<String, Column>> ALL = new EnumMap<>(Kind.class);

    static {
        put(Kind.PERSON, person());
        put(Kind.ORGANIZATION, organization());
        put(Kind.DEAL, deal());
        put(Kind.PRODUCT, product());
        put(Kind.ACTIVITY, activity());
        put(Kind.LINE, line());
        put(Kind.PIPELINE, List.of(of("name", Check.name()).needed(), of("is_deal_probability_enabled", Check.flag())));
        put(
                Kind.STAGE,
                List.of(
                        of("name", Check.name()).needed(),
                        of("pipeline_id", Checks.record(Kind.PIPELINE)).needed(),
                        of("deal_probability", Check.integer(0, 100)),
                        of("is_deal_rot_enabled", Check.flag()),
                        of("days_to_rotten", Check.integer(1, 10_000)).nullable()));
    }

    private Columns() {}

    static Map<String, Column> all(Kind kind) {
        return ALL.getOrDefault(kind, Map.of());
    }

    private static void put(Kind kind, List<Column> columns) {
        Map<String, Column> byName = new LinkedHashMap<>();
        columns.forEach(column -> byName.put(column.name(), column));
        ALL.put(kind, byName);
    }

    private static List<Column> person() {
        return List.of(
                of("name", Check.name()).needed(),
                of("owner_id", Checks.USER),
                of("org_id", Checks.record(Kind.ORGANIZATION)).clearable(),
                of("add_time", Checks.INSTANT).onlyNew(),
                of("emails", Checks.CONTACTS),
                of("phones", Checks.CONTACTS),
                of("visible_to", Checks.VISIBILITY),
                of("label_ids", Check.each(Checks.option(Kind.PERSON, "label_ids"))),
                of("marketing_status", Check.word(Set.of("no_consent", "unsubscribed", "subscribed", "archived"))));
    }

    private static List<Column> organization() {
        return List.of(
                of("name", Check.name()).needed(),
                of("owner_id", Checks.USER),
                of("add_time", Checks.INSTANT).onlyNew(),
                of("visible_to", Checks.VISIBILITY),
                of("label_ids", Check.each(Checks.option(Kind.ORGANIZATION, "label_ids"))),
                of("address", Checks.ADDRESS).clearable());
    }

    private static List<Column> deal() {
        return List.of(
                of("title", Check.name()).needed(),
                of("owner_id", Checks.USER),
                of("person_id", Checks.record(Kind.PERSON)).clearable(),
                of("org_id", Checks.record(Kind.ORGANIZATION)).clearable(),
                of("pipeline_id", Checks.record(Kind.PIPELINE)),
                of("stage_id", Checks.record(Kind.STAGE)),
                of("value", Check.number()),
                of("currency", Checks.CURRENCY),
                of("is_deleted", (value, account) -> "is not supported, use DELETE"),
                of("is_archived", Check.flag()),
                of("archive_time", Checks.ANY_INSTANT).clearable(),
                of("status", Check.word(Set.of("open", "won", "lost"))),
                of("probability", Check.number(0, 100)).nullable(),
                of("lost_reason", Check.text(LONG_TEXT)).nullable(),
                of("visible_to", Checks.VISIBILITY),
                of("close_time", Checks.INSTANT).nullable(),
                of("won_time", Checks.INSTANT).clearable(),
                of("lost_time", Checks.INSTANT).clearable(),
                of("expected_close_date", Checks.DATE_ONLY).clearable(),
                of("label_ids", Check.each(Checks.option(Kind.DEAL, "label_ids"))));
    }

    private static List<Column> product() {
        return List.of(
                of("name", Check.name()).needed(),
                of("code", Check.text(255)).clearable(),
                of("description", Check.text(LONG_TEXT)).clearable(),
                of("unit", Check.text(255)).clearable(),
                of("tax", Check.number(0, 100)),
                of("category", Checks.option(Kind.PRODUCT, "category")).clearable(),
                of("owner_id", Checks.USER),
                of("is_linkable", Check.flag()),
                of("visible_to", Checks.VISIBILITY),
                of("prices", Checks.PRICES),
                of("billing_frequency", Check.word(FREQUENCIES)),
                of("billing_frequency_cycles", Check.integer(1, 208)).nullable());
    }

    private static List<Column> activity() {
        return List.of(
                of("subject", Check.name()).needed(),
                of("type", Checks.activityType()),
                of("owner_id", Checks.USER),
                of("deal_id", Checks.record(Kind.DEAL)).clearable(),
                of("lead_id", Checks.named(Kind.LEAD)).clearable(),
                of("org_id", Checks.record(Kind.ORGANIZATION)).clearable(),
                of("project_id", Checks.nothing("project")).clearable(),
                of("due_date", Checks.DATE_ONLY).clearable(),
                of("due_time", Checks.CLOCK_TIME).clearable(),
                of("duration", Checks.HOURS_MINUTES).clearable(),
                of("busy", Check.flag()),
                of("done", Check.flag()),
                of("location", Checks.ADDRESS).clearable(),
                of("participants", Checks.PARTICIPANTS),
                of("attendees", Checks.ATTENDEES),
                of("public_description", Check.text(LONG_TEXT)).clearable(),
                of("priority", Checks.option(Kind.ACTIVITY, "priority")).clearable(),
                of("note", Check.text(NOTE)).clearable());
    }

    private static List<Column> line() {
        return List.of(
                of("product_id", Checks.record(Kind.PRODUCT)).needed(),
                of("item_price", Check.number()).needed(),
                of("quantity", Check.number(0, 1e12)).needed(),
                of("tax", Check.number(0, 100)),
                of("comments", Check.text(LONG_TEXT)).clearable(),
                of("discount", Check.number(0, 1e12)),
                of("is_enabled", Check.flag()),
                of("tax_method", Check.word(Set.of("exclusive", "inclusive", "none"))),
                of("discount_type", Check.word(Set.of("percentage", "amount"))),
                of("product_variation_id", Checks.nothing("product variation")).nullable(),
                of("billing_frequency", Check.word(FREQUENCIES)),
                of("billing_frequency_cycles", Check.integer(1, 208)).nullable(),
                of("billing_start_date", Checks.DATE_ONLY).nullable());
    }
}
