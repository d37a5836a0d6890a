package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Creates, changes, reads, lists and deletes the records of the second API version. */
final class RecordDesk {
    private static final List<Kind> KINDS =
            List.of(Kind.PERSON, Kind.ORGANIZATION, Kind.DEAL, Kind.PRODUCT, Kind.ACTIVITY, Kind.PIPELINE, Kind.STAGE);

    private final Account account;
    private final Strict strict;
    private final Rules rules;
    private final View view;
    private final Lists lists;

    RecordDesk(Account account) {
        this.account = account;
        this.strict = new Strict(account);
        this.rules = new Rules(account);
        this.view = new View(account);
        this.lists = new Lists(account);
    }

    void open(Router router) {
        for (Kind kind : KINDS) {
            String all = "/api/v2/" + kind.path();
            String one = all + "/{id}";
            boolean small = kind == Kind.PIPELINE || kind == Kind.STAGE;
            router.read(
                    all, small ? 5 : 10, call -> lists.answer(kind, call.ask().query(), false));
            router.write("POST", all, 5, call -> create(kind, call));
            router.read(one, 1, call -> read(kind, call));
            router.write("PATCH", one, 5, call -> change(kind, call));
            router.write("DELETE", one, 3, call -> delete(kind, call));
        }
        router.read(
                "/api/v2/deals/archived",
                20,
                call -> lists.answer(Kind.DEAL, call.ask().query(), true));
    }

    private Answer read(Kind kind, Call call) {
        QueryKeys.only(call.ask().query(), QueryKeys.ofOne(kind));
        Row row = account.records(kind).get(call.id());
        ViewOptions asked = ViewOptions.of(call.ask().query());
        return Answer.data(view.of(
                kind, row, new ViewOptions(asked.customFields(), asked.optionLabels(), true, asked.products())));
    }

    private Answer create(Kind kind, Call call) {
        Problems problems = new Problems();
        ObjectNode taken = strict.take(kind, call.ask().object(), true, problems);
        problems.refuse();
        ObjectNode record = merge(Json.object(), taken);
        rules.settle(kind, true, taken, record, problems);
        problems.refuse();
        boolean full = kind == Kind.DEAL && account.fullOfDeals();
        if (full && !account.settings().waitlist()) {
            throw new Refusal(Answer.error(403, "The limit of deals is reached", "feature_capping_deals_limit"));
        }
        Row row = account.records(kind).add(record, account.now());
        if (full) {
            account.waitlist(row.id);
        }
        if (record.has("add_time")) {
            row.added(Tidy.second(record.get("add_time").asText()));
        }
        return Answer.data(kind == Kind.PRODUCT ? 201 : 200, view.of(kind, row));
    }

    private Answer change(Kind kind, Call call) {
        Row row = account.records(kind).get(call.id());
        Problems problems = new Problems();
        ObjectNode taken = strict.take(kind, call.ask().object(), false, problems);
        ObjectNode before = row.record();
        if (before.path("is_archived").asBoolean(false)
                && taken.path("is_archived").asBoolean(true)) {
            throw Refusal.bad("An archived deal cannot be changed");
        }
        problems.refuse();
        ObjectNode record = merge(before, taken);
        rules.settle(kind, false, taken, record, problems);
        problems.refuse();
        if (ChangelogDesk.KINDS.contains(kind)) {
            account.changelog(kind).note(row.id, row.record(), record.deepCopy(), account);
        }
        row.write(record, account.now());
        return Answer.data(view.of(kind, row));
    }

    /** Null takes a key away; custom values are merged one by one. */
    static ObjectNode merge(ObjectNode before, ObjectNode change) {
        for (Map.Entry<String, JsonNode> entry : change.properties()) {
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                before.remove(entry.getKey());
            } else if (entry.getKey().equals("custom_fields")) {
                merge(before.withObject("/custom_fields"), (ObjectNode) value);
            } else {
                before.set(entry.getKey(), value);
            }
        }
        return before;
    }

    private Answer delete(Kind kind, Call call) {
        Row row = account.records(kind).get(call.id());
        switch (kind) {
            case PIPELINE -> closePipeline(row);
            case STAGE -> vacant("stage_id", row.id);
            case DEAL -> account.records(Kind.LINE).ofDeal(row.id).toList().forEach(line -> line.delete(account.now()));
            default -> {}
        }
        row.delete(account.now());
        return Answer.id(row.id);
    }

    private void closePipeline(Row row) {
        vacant("pipeline_id", row.id);
        if (account.records(Kind.PIPELINE).visible().count() == 1) {
            throw Refusal.bad("The last pipeline cannot be deleted");
        }
        account.records(Kind.STAGE)
                .visible()
                .filter(stage -> stage.reference(0) == row.id)
                .toList()
                .forEach(stage -> stage.delete(account.now()));
    }

    private void vacant(String key, long id) {
        int place = Kind.DEAL.references().indexOf(key);
        if (account.records(Kind.DEAL).visible().anyMatch(deal -> deal.reference(place) == id)) {
            throw Refusal.bad("There are deals in it");
        }
    }
}
