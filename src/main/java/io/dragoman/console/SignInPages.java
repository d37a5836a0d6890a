package io.dragoman.console;

import io.dragoman.access.Door;
import io.dragoman.service.http.Cookie;
import io.dragoman.service.http.Reply;
import io.dragoman.service.http.Request;
import java.util.Map;
import java.util.Objects;

/** Where people come in and leave. */
final class SignInPages {
    private final Console console;
    private final Door door;

    SignInPages(Console console, Door door) {
        this.console = console;
        this.door = door;
    }

    Reply show(Request request) {
        return page(200, "", request.query("to"));
    }

    /** For who is not known. @param to where they wanted to go */
    Reply instead(String to) {
        return page(401, "", to);
    }

    private Reply page(int status, String told, @org.jspecify.annotations.Nullable String to) {
        return console.page(
                status,
                null,
                null,
                "",
                "sign-in.html",
                Map.of("told", told, "to", own(to), "operator", door.hasNoUsers() ? Door.OPERATOR : ""));
    }

    Reply signIn(Request request) {
        char[] password =
                Objects.requireNonNullElse(request.field("password"), "").toCharArray();
        String name = Objects.requireNonNullElse(request.field("name"), "").strip();
        Door.SignedIn end = door.signIn(name, password, request.address());
        java.util.Arrays.fill(password, ' ');
        String cookie = end.cookie();
        if (cookie != null) {
            return Reply.seeOther(own(request.field("to")))
                    .with("Set-Cookie", Cookie.begin(cookie, request.isSecure()));
        }
        String wait = end.pause().isZero() ? "" : " Wait " + Times.span(end.pause()) + " before the next try.";
        return page(
                end.pause().isZero() ? 401 : 429, "Name and password do not go together." + wait, request.field("to"));
    }

    Reply signOut(Request request) {
        door.signOut(request.cookie());
        return Reply.seeOther("/login").with("Set-Cookie", Cookie.end(request.isSecure()));
    }

    /** A path of ours; anything else would send people elsewhere. */
    private static String own(@org.jspecify.annotations.Nullable String to) {
        return to != null && to.matches("/([A-Za-z0-9._~-][A-Za-z0-9._~/-]*)?") ? to : "/";
    }
}
