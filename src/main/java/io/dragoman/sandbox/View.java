package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Shows records the way version 2 answers them: every key, links to deleted records as null. */
final class View {
    private static final Map<Kind, List<String>> KEYS = new EnumMap<>(Kind.class);
    private static final Map<String, Kind> LINKS = Map.of(
            "org_id", Kind.ORGANIZATION,
            "person_id", Kind.PERSON,
            "deal_id", Kind.DEAL,
            "product_id", Kind.PRODUCT,
            "stage_id", Kind.STAGE,
            "pipeline_id", Kind.PIPELINE);
    private static final Map<String, JsonNode> DEFAULTS = Defaults.map();

    static {
        keys(
                Kind.PERSON,
                "name first_name last_name owner_id org_id add_time update_time emails phones is_deleted"
                        + " visible_to label_ids picture_id custom_fields");
        keys(
                Kind.ORGANIZATION,
                "name owner_id add_time update_time is_deleted visible_to address label_ids custom_fields");
        keys(
                Kind.DEAL,
                "title creator_user_id owner_id value person_id org_id stage_id pipeline_id currency archive_time"
                        + " add_time update_time stage_change_time status is_archived is_deleted probability lost_reason visible_to"
                        + " close_time won_time lost_time expected_close_date label_ids origin origin_id channel channel_id"
                        + " source_lead_id acv arr mrr custom_fields");
        keys(
                Kind.PRODUCT,
                "name code description unit tax category is_linkable is_deleted visible_to owner_id add_time"
                        + " update_time billing_frequency billing_frequency_cycles prices custom_fields");
        keys(
                Kind.ACTIVITY,
                "subject type owner_id creator_user_id is_deleted add_time update_time deal_id lead_id"
                        + " person_id org_id project_id due_date due_time duration busy done marked_as_done_time location"
                        + " participants attendees conference_meeting_client conference_meeting_url conference_meeting_id"
                        + " public_description priority note");
        keys(Kind.PIPELINE, "name order_nr is_deleted is_deal_probability_enabled add_time update_time");
        keys(
                Kind.STAGE,
                "order_nr name is_deleted deal_probability pipeline_id is_deal_rot_enabled days_to_rotten"
                        + " add_time update_time");
        keys(
                Kind.LINE,
                "sum tax deal_id name product_id product_variation_id order_nr add_time update_time comments"
                        + " currency discount quantity item_price tax_method discount_type is_enabled billing_frequency"
                        + " billing_frequency_cycles billing_start_date");
    }

    private final Account account;
    private final Derived derived;

    View(Account account) {
        this.account = account;
        this.derived = new Derived(account);
    }

    private static void keys(Kind kind, String keys) {
        KEYS.put(kind, List.of(keys.split(" ")));
    }

    ObjectNode of(Kind kind, Row row) {
        return of(kind, row, ViewOptions.PLAIN);
    }

    ObjectNode of(Kind kind, Row row, ViewOptions options) {
        ObjectNode record = row.record();
        ObjectNode view = Json.object().put("id", row.id);
        for (String key : KEYS.getOrDefault(kind, List.of())) {
            if (options.shows(kind, key)) {
                view.set(key, value(kind, row, record, key, options));
            }
        }
        derived.complete(kind, row, record, view);
        if (kind == Kind.DEAL && options.products()) {
            view.put("products_count", account.records(Kind.LINE).ofDeal(row.id).count());
            view.put("participants_count", participants(row, view));
        }
        return view;
    }

    /** The deal's own person counts as well. */
    private long participants(Row deal, ObjectNode view) {
        long further = account.records(Kind.PARTICIPANT)
                .visible()
                .filter(row -> row.reference(0) == deal.id)
                .count();
        return further + (view.path("person_id").isNull() ? 0 : 1);
    }

    private JsonNode value(Kind kind, Row row, ObjectNode record, String key, ViewOptions options) {
        if (key.equals("is_deleted")) {
            return BooleanNode.valueOf(row.deleted());
        }
        if (key.equals("custom_fields")) {
            return new CustomView(account, options).of(kind, record.path(key));
        }
        JsonNode value = record.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return DEFAULTS.getOrDefault(key, NullNode.instance);
        }
        Kind target = LINKS.get(key);
        if (target != null && !account.records(target).has(value.asLong())) {
            return NullNode.instance;
        }
        return switch (key) {
            case "participants" -> present((ArrayNode) value);
            case "address", "location" -> CustomView.wholeAddress(value);
            default -> value;
        };
    }

    private ArrayNode present(ArrayNode participants) {
        ArrayNode present = Json.array();
        for (JsonNode participant : participants) {
            if (account.records(Kind.PERSON).has(participant.path("person_id").asLong())) {
                present.add(participant);
            }
        }
        return present;
    }
}
