package io.dragoman.access;

import io.dragoman.model.Problem;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where every request passes first. It has to name us as its host, come from a page of ours if from a page at all, show who asks, and that one
 * has to have a role that may. Thread-safe.
 */
public final class Door {
    /** Who holds the start-up token, as long as there is no users file. */
    public static final String OPERATOR = "operator";

    private static final Logger LOG = LoggerFactory.getLogger(Door.class);
    private static final String BEARER = "bearer ";
    private static final int LONGEST_NAME = 100;

    /** Checks of passwords at a time: each takes a processor for a while, and others need it too. */
    private static final int AT_A_TIME = 2;

    private static final Duration BUSY = Duration.ofSeconds(1);

    private final Semaphore checking = new Semaphore(AT_A_TIME);
    private final Rules rules;
    private final UserFile users;
    private final Sessions sessions;
    private final Throttle throttle;

    /**
     * What does not change while the service is there.
     *
     * @param hosts names under which we are asked for, without port, in small letters
     * @param token digest of the start-up token; null when a users file says who may come in
     * @param proxies addresses whose word about a user's name is taken; empty for none
     */
    public record Rules(Set<String> hosts, @Nullable String token, Set<String> proxies) {
        public Rules {
            hosts = Set.copyOf(hosts);
            proxies = Set.copyOf(proxies);
        }
    }

    public Door(Rules rules, UserFile users, Clock clock) {
        this.rules = rules;
        this.users = users;
        this.sessions = new Sessions(clock);
        this.throttle = new Throttle(clock);
    }

    /** Judges a request. @param may roles that may; empty for anybody, known or not */
    public Entrance judge(Arrival arrival, Set<Role> may) {
        if (!rules.hosts().contains(name(arrival.host()))) {
            return closed(421, "host-unknown", "this service is not known by that name. Give it with --host-name.");
        }
        if (arrival.isForeign()) {
            return closed(403, "other-origin", "a page of somebody else asked. Open the console itself.");
        }
        Entrance.Open known = known(arrival);
        if (may.isEmpty()) {
            return known;
        }
        Visitor visitor = known.visitor();
        if (visitor == null) {
            return closed(401, "not-signed-in", "sign in first, or send a token.");
        }
        if (!visitor.isAny(may)) {
            return closed(403, "role-missing", "this takes one of the roles " + words(may) + ".");
        }
        return known;
    }

    /** Whether a change comes from a form or a script of ours. @param given what came with it; null for nothing */
    public Optional<Problem> formProblem(Visitor visitor, @Nullable String given) {
        boolean ours = visitor.form().isEmpty() || (given != null && Secrets.same(visitor.form(), given));
        return ours
                ? Optional.empty()
                : Optional.of(new Problem("form-stale", "", "the form is of another session. Load the page again."));
    }

    private Entrance.Open known(Arrival arrival) {
        String authorization = arrival.authorization();
        if (authorization != null) {
            return new Entrance.Open(machine(authorization).orElse(null), null);
        }
        Optional<String> named = named(arrival);
        Optional<Visitor> here = inSession(arrival.cookie())
                .filter(visitor -> named.isEmpty() || named.get().equals(visitor.name()));
        if (here.isPresent() || named.isEmpty()) {
            return new Entrance.Open(here.orElse(null), null);
        }
        if (users.get().byProxy(named.get()).isEmpty()) {
            return new Entrance.Open(null, null);
        }
        String cookie = sessions.begin(named.get());
        return new Entrance.Open(inSession(cookie).orElse(null), cookie);
    }

    private Optional<Visitor> machine(String authorization) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        String token = authorization.substring(BEARER.length()).strip();
        return isStartUp(token)
                ? Optional.of(new Visitor(OPERATOR, EnumSet.allOf(Role.class), ""))
                : users.get().byToken(token);
    }

    private boolean isStartUp(String token) {
        String digest = rules.token();
        return digest != null && Secrets.same(digest, Secrets.digest(token));
    }

    private Optional<String> named(Arrival arrival) {
        return Optional.ofNullable(arrival.named())
                .filter(name -> rules.proxies().contains(arrival.address()))
                .filter(name -> !name.isBlank());
    }

    private Optional<Visitor> inSession(@Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .flatMap(sessions::find)
                .flatMap(session ->
                        rolesOf(session.user()).map(roles -> new Visitor(session.user(), roles, session.form())));
    }

    /** A user whose line changed has the rights of the line as it is now. */
    private Optional<Set<Role>> rolesOf(String name) {
        return name.equals(OPERATOR) && rules.token() != null
                ? Optional.of(EnumSet.allOf(Role.class))
                : users.get().now(name);
    }

    /**
     * How signing in ended.
     *
     * @param cookie null when it failed
     * @param pause before the next try; zero for none
     */
    public record SignedIn(@Nullable String cookie, Duration pause) {}

    /** Lets somebody in by name and password. Takes a good part of a second. */
    public SignedIn signIn(String typedName, char[] password, String address) {
        String name = typedName.length() > LONGEST_NAME ? typedName.substring(0, LONGEST_NAME) : typedName;
        Duration pause = throttle.pause(name, address);
        if (!pause.isZero()) {
            return new SignedIn(null, pause);
        }
        if (!checking.tryAcquire()) {
            return new SignedIn(null, BUSY);
        }
        boolean is;
        try {
            is = rules.token() != null && name.equals(OPERATOR)
                    ? isStartUp(new String(password))
                    : users.get().byPassword(name, password).isPresent();
        } finally {
            checking.release();
        }
        if (!is) {
            throttle.failed(name, address);
            LOG.warn("Somebody at {} could not sign in", address);
            return new SignedIn(null, throttle.pause(name, address));
        }
        throttle.succeeded(name);
        LOG.info("{} signed in", name);
        return new SignedIn(sessions.begin(name), Duration.ZERO);
    }

    public void signOut(@Nullable String cookie) {
        if (cookie != null) {
            sessions.end(cookie);
        }
    }

    /** Whether people come in with the start-up token. */
    public boolean hasNoUsers() {
        return rules.token() != null;
    }

    private static String name(@Nullable String host) {
        if (host == null) {
            return "";
        }
        return host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    }

    private static String words(Set<Role> roles) {
        return String.join(", ", EnumSet.copyOf(roles).stream().map(Role::word).toList());
    }

    private static Entrance.Closed closed(int status, String code, String advice) {
        return new Entrance.Closed(status, new Problem(code, "", advice));
    }
}
