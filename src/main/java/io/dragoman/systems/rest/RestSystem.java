package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Place;
import io.dragoman.model.UserProblems;
import io.dragoman.staging.Layout;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code rest.yaml} says of an API. Immutable.
 *
 * @param base address that paths are below, {@code {shard}} in it; null when the migration file tells it
 * @param shard how the key tells the shard; null when it does not
 * @param headers sent with every request; {@code {contact}} and {@code {organization}} come from the migration file
 * @param rate requests in any stretch of time
 * @param busy headers that tell when a busy API is free again, lower case
 * @param quota requests of a calendar month; 0 when there is no limit
 * @param lists in the order they are read
 * @param text the whole file, as one text that is another when the file means something else
 */
public record RestSystem(
        @Nullable String base,
        @Nullable Shard shard,
        Auth auth,
        Map<String, String> headers,
        Rate rate,
        Map<String, Wait> busy,
        long quota,
        List<RestList> lists,
        String text) {
    private static final String SHARD = "{shard}";

    /**
     * What a credential is turned into.
     *
     * @param name of the header, or path of the token
     * @param query terms of the request for a token
     */
    record Auth(Kind kind, String name, List<Term> query) {
        /** The ways there are. */
        enum Kind {
            /** The key as user name of basic authentication, without a password. */
            BASIC_KEY,
            /** The key as bearer token. */
            BEARER,
            /** The key in a header of its own. */
            HEADER,
            /** A token that client id and secret are exchanged for. */
            CLIENT_CREDENTIALS
        }
    }

    /** @param pattern its first group in the key is the shard */
    record Shard(Pattern pattern, String otherwise) {}

    /** So many requests in any stretch of this length. */
    public record Rate(int requests, Duration window) {}

    /** How a header tells when to ask again. */
    enum Wait {
        /** A moment, in seconds since 1970. */
        EPOCH_SECONDS,
        /** Seconds from now, or an HTTP date. */
        SECONDS_OR_DATE
    }

    /** What the migration file has to tell for this API. */
    public enum Need {
        ADDRESS,
        KEY,
        CLIENT,
        CONTACT,
        ORGANIZATION
    }

    /**
     * Reads a file that holds to its schema.
     *
     * @param places where a JSON pointer of the file stands
     * @throws UserProblems with everything that contradicts the layout
     */
    public static RestSystem of(JsonNode root, Function<String, Place> places, Layout layout) {
        return new RestSystemReader(root, places, layout).read();
    }

    /** Whether the migration file has to tell this. */
    public boolean needs(Need need) {
        boolean client = auth.kind() == Auth.Kind.CLIENT_CREDENTIALS;
        return switch (need) {
            case ADDRESS -> base == null;
            case KEY -> !client;
            case CLIENT -> client;
            case CONTACT, ORGANIZATION -> {
                String placeholder = "{" + need.name().toLowerCase(Locale.ROOT) + "}";
                yield headers.values().stream().anyMatch(value -> value.contains(placeholder))
                        || lists.stream()
                                .anyMatch(list -> list.query().stream()
                                        .anyMatch(term -> term.value().contains(placeholder)));
            }
        };
    }

    /** The system's own address, for a key. */
    public URI address(String key) {
        String address = base == null ? "" : base;
        if (shard != null && address.contains(SHARD)) {
            Matcher matcher = shard.pattern().matcher(key);
            address = address.replace(SHARD, matcher.find() ? matcher.group(1) : shard.otherwise());
        }
        return URI.create(address);
    }
}
