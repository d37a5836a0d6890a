package io.dragoman.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who came in by a browser and has not left. Kept in memory by a digest of the cookie, so that a picture of the memory opens nothing; a
 * restart ends them all. Thread-safe.
 */
final class Sessions {
    /** Long enough for a meeting. */
    static final Duration IDLE = Duration.ofMinutes(45);

    /** A working day. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final int MOST = 2_000;

    private final Clock clock;
    private final Map<String, Session> open = new HashMap<>();

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** @param form what forms of this session send along */
    record Session(String user, String form, Instant began, Instant seen) {
        private boolean isOver(Instant now) {
            return now.isAfter(began.plus(LONGEST)) || now.isAfter(seen.plus(IDLE));
        }
    }

    /** Begins one. @return the cookie's value, which nobody else ever sees */
    synchronized String begin(String user) {
        Instant now = clock.instant();
        open.values().removeIf(session -> session.isOver(now));
        if (open.size() >= MOST) {
            open.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().seen()))
                    .map(Map.Entry::getKey)
                    .ifPresent(open::remove);
        }
        String cookie = Secrets.word();
        open.put(Secrets.digest(cookie), new Session(user, Secrets.word(), now, now));
        return cookie;
    }

    /** The session of a cookie, which is seen now; empty when there is none, or it is over. */
    synchronized Optional<Session> find(String cookie) {
        String key = Secrets.digest(cookie);
        Session session = open.get(key);
        Instant now = clock.instant();
        if (session == null || session.isOver(now)) {
            open.remove(key);
            return Optional.empty();
        }
        open.put(key, new Session(session.user(), session.form(), session.began(), now));
        return Optional.of(session);
    }

    synchronized void end(String cookie) {
        open.remove(Secrets.digest(cookie));
    }
}
