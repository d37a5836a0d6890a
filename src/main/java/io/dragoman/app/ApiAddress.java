package io.dragoman.app;

import io.dragoman.systems.rest.RestSystem;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the API of a source is reached.
 *
 * @param system what the source's {@code rest.yaml} says
 * @param baseUrl null when the system's own address is meant
 * @param contact e-mail by which the API's owner reaches whoever asks
 * @param clientId of client credentials; null with a key
 * @param organization whose records are asked for, where an API wants to know
 * @param requestsAMinute 0 when the system's own rate counts
 * @param callsAMonth 0 when the system's own quota counts
 * @param fresh how long what was read is taken for what the source has
 * @param whole how long a reading of everything serves as the ground for changes
 */
record ApiAddress(
        RestSystem system,
        @Nullable URI baseUrl,
        @Nullable Secret apiKey,
        @Nullable String contact,
        @Nullable String clientId,
        @Nullable Secret clientSecret,
        @Nullable String organization,
        int requestsAMinute,
        long callsAMonth,
        Duration fresh,
        Duration whole) {}
