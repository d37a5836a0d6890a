package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Catalogue;
import io.dragoman.model.TargetId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who a note can be signed by: an administrator's token may name anybody as its author, any other token its own user alone. Asks the
 * account once, when the first signed note comes. Thread-safe.
 */
final class Authors {
    private static final String PORT = "write";
    private final AccountReader account;
    private @Nullable JsonNode me;
    private List<Catalogue.User> users = List.of();
    private boolean refused;

    Authors(AccountReader account) {
        this.account = account;
    }

    /** Whether this user can be sent as the author. */
    synchronized boolean mayBe(TargetId user) {
        return !refused && isAdmin(me());
    }

    /** From now on nobody is sent as an author, because Pipedrive refused one. */
    synchronized void refused() {
        refused = true;
    }

    /** Name to put into the text; null when the note is the token's own user's anyway. */
    synchronized @Nullable String nameOf(TargetId user) {
        if (me().path("id").asText().equals(user.value())) {
            return null;
        }
        if (users.isEmpty()) {
            users = account.users(PORT);
        }
        return users.stream()
                .filter(one -> one.id().equals(user.value()))
                .map(Catalogue.User::name)
                .findFirst()
                .orElse("user " + user.value());
    }

    private JsonNode me() {
        JsonNode known = me;
        if (known == null) {
            known = account.me(PORT);
            me = known;
        }
        return known;
    }

    private static boolean isAdmin(JsonNode user) {
        for (JsonNode app : user.path("access")) {
            if (app.path("admin").asBoolean(false)) {
                return true;
            }
        }
        return false;
    }
}
