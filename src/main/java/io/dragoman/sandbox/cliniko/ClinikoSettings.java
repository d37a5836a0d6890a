package io.dragoman.sandbox.cliniko;

import java.time.Duration;

/**
 * How a {@link ClinikoSandbox} behaves. Immutable; start from {@link #defaults()} and change one thing at a time.
 *
 * @param port loopback port; 0 takes a free one
 * @param key the one API key that is let in, with its shard
 * @param role of the user who owns the key
 * @param rate requests in any rolling {@code window}; 0 for no limit
 * @param window a minute at Cliniko; shorter where a test has not so long
 * @param storageHost name under which this machine is another host, where attachments lie
 * @param retryAfter whether a 429 carries {@code Retry-After} too, which is told of the service but not documented
 */
public record ClinikoSettings(
        int port, String key, Role role, int rate, Duration window, String storageHost, boolean retryAfter) {

    /** As documented: 200 requests a minute, an administrator's key. */
    public static ClinikoSettings defaults() {
        return new ClinikoSettings(
                0, "sandbox-key-ca1", Role.ADMINISTRATOR, 200, Duration.ofMinutes(1), "localhost", false);
    }

    public ClinikoSettings withPort(int other) {
        return new ClinikoSettings(other, key, role, rate, window, storageHost, retryAfter);
    }

    public ClinikoSettings withKey(String other) {
        return new ClinikoSettings(port, other, role, rate, window, storageHost, retryAfter);
    }

    public ClinikoSettings withRole(Role other) {
        return new ClinikoSettings(port, key, other, rate, window, storageHost, retryAfter);
    }

    public ClinikoSettings withRate(int other, Duration within) {
        return new ClinikoSettings(port, key, role, other, within, storageHost, retryAfter);
    }

    public ClinikoSettings withStorageHost(String other) {
        return new ClinikoSettings(port, key, role, rate, window, other, retryAfter);
    }

    public ClinikoSettings withRetryAfter() {
        return new ClinikoSettings(port, key, role, rate, window, storageHost, true);
    }
}
