package io.dragoman.systems.pipedrive;

import java.time.Instant;
import java.util.Optional;

/** Until when the account has shut us out, as the caller remembers it across restarts. Called by several threads at once. */
public interface Ban {
    /** The last ban, also one that is over; empty when there never was one. */
    Optional<Instant> until();

    /** A ban has begun; on disk when this returns. */
    void shut(Instant until);

    /** Remembers nothing; for tests and for one process. */
    static Ban forgotten() {
        return new Ban() {
            @Override
            public Optional<Instant> until() {
                return Optional.empty();
            }

            @Override
            public void shut(Instant until) {
                // The gate itself remembers as long as it lives.
            }
        };
    }
}
