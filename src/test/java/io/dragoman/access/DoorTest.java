package io.dragoman.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorTest {
    private static final String LINE = Users.passwordLine("ana", Set.of(Role.VIEWER), "a long one".toCharArray());
    private static final Set<Role> VIEWERS = Set.of(Role.VIEWER);

    private final MovedClock clock = new MovedClock();
    private Door door = new Door(new Door.Rules(Set.of(), null, Set.of()), UserFile.none(), clock);

    @BeforeEach
    void users(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("users");
        Files.writeString(file, LINE + "\ncleo compliance proxy\n");
        door = new Door(
                new Door.Rules(Set.of("127.0.0.1", "localhost"), null, Set.of("10.0.0.9")), UserFile.open(file), clock);
    }

    @Test
    void nobody_is_answered_without_a_session() {
        assertThat(status(get(null))).isEqualTo(401);
        assertThat(status(get("made up"))).isEqualTo(401);
        assertThat(door.judge(get(null), Set.of())).isInstanceOf(Entrance.Open.class);
    }

    @Test
    void a_session_is_of_its_user_until_it_rests_too_long() {
        String cookie = signIn();
        assertThat(status(get(cookie))).isEqualTo(200);
        clock.pass(Sessions.IDLE);
        assertThat(status(get(cookie))).isEqualTo(200);
        clock.pass(Sessions.IDLE.plusSeconds(1));
        assertThat(status(get(cookie))).isEqualTo(401);
    }

    @Test
    void a_session_ends_with_the_day_and_with_signing_out() {
        String cookie = signIn();
        for (int i = 0; i < 40; i++) {
            clock.pass(Duration.ofMinutes(20));
            status(get(cookie));
        }
        assertThat(status(get(cookie))).isEqualTo(401);
        String other = signIn();
        door.signOut(other);
        assertThat(status(get(other))).isEqualTo(401);
    }

    @Test
    void a_role_opens_only_what_names_it() {
        assertThat(door.judge(get(signIn()), Set.of(Role.ENGINEER)))
                .isInstanceOfSatisfying(Entrance.Closed.class, closed -> {
                    assertThat(closed.status()).isEqualTo(403);
                    assertThat(closed.problem().code()).isEqualTo("role-missing");
                });
    }

    @Test
    void a_form_of_another_session_changes_nothing() {
        Visitor visitor = visitor(get(signIn()));
        assertThat(door.formProblem(visitor, visitor.form())).isEmpty();
        assertThat(door.formProblem(visitor, null)).isPresent();
        assertThat(door.formProblem(visitor, visitor(get(signIn())).form())).isPresent();
    }

    @Test
    void other_names_and_other_pages_are_turned_away() {
        String cookie = signIn();
        assertThat(status(arrival("GET", "evil.example", null, null, null, cookie)))
                .isEqualTo(421);
        assertThat(status(arrival("GET", null, null, null, null, cookie))).isEqualTo(421);
        assertThat(status(arrival("POST", "localhost:8080", "http://evil.example", null, null, cookie)))
                .isEqualTo(403);
        assertThat(status(arrival("POST", "localhost:8080", "null", null, null, cookie)))
                .isEqualTo(403);
        assertThat(status(arrival("GET", "localhost:8080", null, "cross-site", "cors", cookie)))
                .isEqualTo(403);
        assertThat(status(arrival("POST", "localhost:8080", null, "same-site", "navigate", cookie)))
                .isEqualTo(403);
        assertThat(status(arrival("GET", "localhost:8080", null, "cross-site", "navigate", cookie)))
                .isEqualTo(200);
        assertThat(status(arrival("POST", "localhost:8080", "http://localhost:8080", "same-origin", "cors", cookie)))
                .isEqualTo(200);
    }

    @Test
    void guessing_is_slow_and_the_right_password_has_to_wait_too() {
        for (int i = 0; i < 5; i++) {
            door.signIn("ana", "wrong".toCharArray(), "192.0.2.1");
        }
        Door.SignedIn refused = door.signIn("ana", "a long one".toCharArray(), "192.0.2.1");
        assertThat(refused.cookie()).isNull();
        assertThat(refused.pause()).isPositive();
        clock.pass(refused.pause());
        assertThat(door.signIn("ana", "a long one".toCharArray(), "192.0.2.1").cookie())
                .isNotNull();
    }

    @Test
    void a_proxy_is_believed_only_from_its_address() {
        assertThat(status(named("10.0.0.8", "cleo"), Set.of(Role.COMPLIANCE))).isEqualTo(401);
        assertThat(status(named("10.0.0.9", "ana"), VIEWERS)).isEqualTo(401);
        assertThat(door.judge(named("10.0.0.9", "cleo"), Set.of(Role.COMPLIANCE)))
                .isInstanceOfSatisfying(
                        Entrance.Open.class, open -> assertThat(open.cookie()).isNotNull());
    }

    @Test
    void without_users_the_start_up_token_is_the_operator() {
        String token = Secrets.word();
        Door first =
                new Door(new Door.Rules(Set.of("localhost"), Secrets.digest(token), Set.of()), UserFile.none(), clock);
        assertThat(first.signIn(Door.OPERATOR, "guess".toCharArray(), "192.0.2.1")
                        .cookie())
                .isNull();
        String cookie =
                first.signIn(Door.OPERATOR, token.toCharArray(), "192.0.2.1").cookie();
        assertThat(first.judge(arrival("GET", "localhost", null, null, null, cookie), Set.of(Role.COMPLIANCE)))
                .isInstanceOf(Entrance.Open.class);
    }

    private String signIn() {
        return Objects.requireNonNull(
                door.signIn("ana", "a long one".toCharArray(), "192.0.2.2").cookie());
    }

    private Visitor visitor(Arrival arrival) {
        return Objects.requireNonNull(((Entrance.Open) door.judge(arrival, VIEWERS)).visitor());
    }

    private int status(Arrival arrival) {
        return status(arrival, VIEWERS);
    }

    private int status(Arrival arrival, Set<Role> may) {
        return door.judge(arrival, may) instanceof Entrance.Closed closed ? closed.status() : 200;
    }

    private static Arrival get(@Nullable String cookie) {
        return arrival("GET", "127.0.0.1:8080", null, null, null, cookie);
    }

    private static Arrival named(String address, String name) {
        return new Arrival("GET", address, "localhost", null, null, null, null, null, name);
    }

    private static Arrival arrival(
            String method,
            @Nullable String host,
            @Nullable String origin,
            @Nullable String site,
            @Nullable String mode,
            @Nullable String cookie) {
        return new Arrival(method, "192.0.2.2", host, origin, site, mode, cookie, null, null);
    }
}
