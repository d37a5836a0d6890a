package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The users of the account, of the first API version. They come from the settings and only ever leave. */
final class UserDesk {
    private static final String LONG_AGO = "2024-01-01 08:00:00";

    private final Account account;

    UserDesk(Account account) {
        this.account = account;
    }

    void open(Router router) {
        router.read("/api/v1/users", 20, call -> list());
        router.read("/api/v1/users/me", 2, call -> me());
        router.read("/api/v1/users/{id}", 2, this::read);
    }

    private Answer list() {
        ArrayNode data = Json.array();
        account.users().forEach(user -> data.add(view(user)));
        return Answer.data(data);
    }

    private Answer read(Call call) {
        SandboxUser user = account.user(call.id());
        if (user == null) {
            throw Refusal.old(404, "User not found or not accessible.");
        }
        return Answer.data(view(user));
    }

    private Answer me() {
        ObjectNode view = view(account.me());
        view.put("company_id", 424_242);
        view.put("company_name", "Example Company");
        view.put("company_domain", "example-sandbox");
        view.put("company_country", "DE");
        view.put("company_industry", "Services");
        view.putObject("language").put("language_code", "en").put("country_code", "US");
        return Answer.data(view);
    }

    ObjectNode view(SandboxUser user) {
        boolean me = user.id() == account.me().id();
        ObjectNode view = Json.object().put("id", user.id()).put("name", user.name());
        view.put("default_currency", "EUR").put("locale", "de_DE").put("lang", 1);
        view.put("email", user.email());
        view.putNull("phone");
        view.put("activated", true).put("last_login", LONG_AGO).put("created", LONG_AGO);
        view.putNull("modified");
        view.put("has_created_company", me);
        ArrayNode access = view.putArray("access");
        for (String app : new String[] {"sales", "global", "account_settings"}) {
            access.addObject()
                    .put("app", app)
                    .put("admin", me && account.settings().admin())
                    .put("permission_set_id", "00000000-0000-4000-8000-000000000001");
        }
        view.put("active_flag", user.active());
        view.put("timezone_name", "Europe/Berlin")
                .put("timezone_offset", "+01:00")
                .put("role_id", 1);
        view.putNull("icon_url");
        return view.put("is_you", me).put("is_deleted", false);
    }
}
