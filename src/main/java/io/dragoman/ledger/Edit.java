package io.dragoman.ledger;

import java.time.Instant;

/**
 * A field of a record of ours that somebody changed in the target.
 *
 * @param field name of the field in the mapping; the target's own key where no mapping can name it
 * @param run that saw it last
 * @param firstSeenAt when we saw it first, which is not when it was made
 * @param lastSeenAt when we saw it last
 */
public record Edit(String mapping, String key, String field, String run, Instant firstSeenAt, Instant lastSeenAt) {}
