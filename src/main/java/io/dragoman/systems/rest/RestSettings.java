package io.dragoman.systems.rest;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * One practice's way to an API.
 *
 * @param system what {@code rest.yaml} says
 * @param name of the system, for messages
 * @param base address that every path is below; nothing else is ever given the credential
 * @param key read anew for every request; empty text with client credentials
 * @param secret of the client; empty text with a key
 * @param rate requests in any stretch of time
 * @param quota requests of a calendar month; 0 when there is no limit
 * @param folder where what was read is kept; only its owner may enter
 * @param fresh how long what was read is taken for what the source has
 * @param whole how long a reading of everything serves as the ground for changes
 * @param zone where the practice is
 * @param retryDelay before the first repetition; it doubles each time
 */
public record RestSettings(
        RestSystem system,
        String name,
        URI base,
        Supplier<String> key,
        String contact,
        String clientId,
        Supplier<String> secret,
        String organization,
        RestSystem.Rate rate,
        long quota,
        Path folder,
        Duration fresh,
        Duration whole,
        ZoneId zone,
        Duration retryDelay,
        Clock clock) {

    /** A text with what the migration file tells in the place of its placeholders. */
    String filled(String text) {
        return text.replace("{contact}", contact).replace("{organization}", organization);
    }

    /** Whether an address is at the API itself: scheme, host and port are those of the base. */
    boolean isAtHome(URI address) {
        return base.getScheme().equalsIgnoreCase(address.getScheme())
                && base.getHost().equalsIgnoreCase(address.getHost())
                && port(base) == port(address)
                && address.getRawUserInfo() == null;
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
