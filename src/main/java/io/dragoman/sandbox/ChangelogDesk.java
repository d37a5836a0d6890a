package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells who changed which field of a person, an organization or a deal, and when; of no other kind is that kept. */
final class ChangelogDesk {
    static final Set<Kind> KINDS = Set.of(Kind.PERSON, Kind.ORGANIZATION, Kind.DEAL);
    private static final int MOST = 500;
    private static final String ORDER = "time";

    private final Account account;

    ChangelogDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        for (Kind kind : KINDS) {
            router.read("/api/v1/" + kind.path() + "/{id}/changelog", 20, call -> list(kind, call));
        }
    }

    private Answer list(Kind kind, Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, Set.of("cursor", "limit"));
        Row row = account.records(kind).find(call.id());
        if (row == null) {
            throw Refusal.old(404, kind.title() + " not found");
        }
        List<Changelog.Change> all = account.changelog(kind).of(row.id);
        int from = query.containsKey("cursor")
                ? (int) Cursor.parse(query.getOrDefault("cursor", "")).id()
                : 0;
        int until = Math.min(all.size(), from + QueryKeys.limit(query, MOST));
        ArrayNode data = Json.array();
        all.subList(Math.min(from, until), until)
                .forEach(change -> data.addObject()
                        .put("field_key", change.field())
                        .put("old_value", change.before())
                        .put("new_value", change.after())
                        .put("actor_user_id", change.user())
                        .put("time", Tidy.oldTime(change.second()))
                        .put("change_source", change.byToken() ? "api" : "app")
                        .putNull("change_source_user_agent")
                        .put("is_bulk_update_flag", false));
        return Answer.json(
                200, Lists.enveloped(data, until < all.size() ? new Cursor(ORDER, false, "", until).text() : null));
    }
}
