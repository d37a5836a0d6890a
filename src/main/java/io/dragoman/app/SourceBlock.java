package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.staging.Layout;
import io.dragoman.staging.Layouts;
import io.dragoman.systems.csv.Headers;
import io.dragoman.systems.rest.RestSystem;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code source} block of a migration file. */
final class SourceBlock {
    /** Keys that say something to one channel only; all others are for every source. */
    private static final Map<String, Set<String>> CHANNEL_KEYS = Map.of(
            "csv", Set.of("changes", "complete", "headers"),
            "rest",
                    Set.of(
                            "base-url",
                            "api-key",
                            "contact",
                            "client-id",
                            "client-secret",
                            "organization",
                            "requests-a-minute",
                            "calls-a-month",
                            "fresh-for",
                            "whole-for"),
            "jdbc", Set.of("url", "user", "password", "driver", "queries"));

    private static final Pattern PASSWORD_IN_URL = Pattern.compile("(?i)passw(or)?d\\s*=|//[^/@:]*:[^/@]*@");

    private static final Map<String, RestSystem.Need> NEEDS = new TreeMap<>(Map.of(
            "base-url", RestSystem.Need.ADDRESS,
            "api-key", RestSystem.Need.KEY,
            "client-id", RestSystem.Need.CLIENT,
            "client-secret", RestSystem.Need.CLIENT,
            "contact", RestSystem.Need.CONTACT,
            "organization", RestSystem.Need.ORGANIZATION));

    private final MigrationTree tree;
    private final Path folder;
    private final Home home;

    /** @param folder that relative paths start at */
    SourceBlock(MigrationTree tree, Path folder, Home home) {
        this.tree = tree;
        this.folder = folder;
        this.home = home;
    }

    /** The block, as far as it can be read; what is wrong in it is remembered by the tree. */
    MigrationFile.Source read() {
        String system = tree.text("/source/system", "");
        String channel = tree.text("/source/channel", "");
        Layout layout = layout(system);
        check(channel, layout);
        JsonNode complete = tree.root().at("/source/complete");
        return new MigrationFile.Source(
                system,
                channel,
                path("folder"),
                tree.text("/source/region", "US"),
                zone(),
                tree.text("/source/currency", "USD"),
                MigrationTree.list(tree.root().at("/source/file-hosts")).stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                path("changes"),
                complete.isBoolean() ? complete.booleanValue() : null,
                layout != null && channel.equals("rest") && offers(layout, channel) ? rest(layout) : null,
                channel.equals("jdbc") ? jdbc() : null,
                layout != null && has("headers") ? new HeadersBlock(tree, folder, home).read(layout) : Headers.NONE,
                settings(layout));
    }

    private Map<String, String> settings(@Nullable Layout layout) {
        Map<String, String> settings = MigrationTree.texts(tree.root().at("/source/settings"));
        if (layout != null) {
            Set<String> known = layout.settings().keySet();
            settings.keySet().stream()
                    .filter(name -> !known.contains(name))
                    .forEach(name -> tree.problem(
                            "setting-unknown",
                            "/source/settings/" + name,
                            "this source asks for " + String.join(", ", new TreeSet<>(known)) + "."));
        }
        return settings;
    }

    private @Nullable Layout layout(String system) {
        Path routes = home.system(system);
        return Files.exists(routes.resolve("layout.yaml")) ? Layouts.read(routes) : null;
    }

    private static boolean offers(Layout layout, String channel) {
        return layout.channels().contains(channel);
    }

    private void check(String channel, @Nullable Layout layout) {
        if (layout == null) {
            tree.problem("system-unknown", "/source/system", "routes/systems has no such source.");
        } else if (!offers(layout, channel)) {
            tree.problem("channel-not-offered", "/source/channel", "this source cannot be read that way yet.");
        }
        CHANNEL_KEYS.forEach((other, keys) -> keys.stream()
                .filter(key -> !other.equals(channel) && has(key))
                .sorted()
                .forEach(key -> tree.problem(
                        "key-of-other-channel",
                        "/source/" + key,
                        "it is for channel " + other + "; leave it out, or change the channel.")));
        if (channel.equals("csv") && !has("folder")) {
            tree.problem("folder-missing", "/source", "name the export as folder: a folder or a zip of it.");
        }
    }

    private boolean has(String key) {
        return tree.root().at("/source").has(key);
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(tree.text("/source/time-zone", "UTC"));
        } catch (DateTimeException e) {
            tree.problem(
                    "time-zone-unknown",
                    "/source/time-zone",
                    "there is no such zone; use a name such as America/Chicago.");
            return ZoneId.of("UTC");
        }
    }

    private ApiAddress rest(Layout layout) {
        RestSystem system = RestFile.read(home, layout);
        mustTell(system);
        String address = tree.textOrNull("/source/base-url");
        URI base = address == null ? null : URI.create(address);
        if (base != null && !"https".equals(base.getScheme()) && !MigrationFile.isThisMachine(base)) {
            tree.problem(
                    "source-not-encrypted",
                    "/source/base-url",
                    "an address elsewhere needs https, or the key travels in clear.");
        }
        return new ApiAddress(
                system,
                base,
                secret("api-key"),
                tree.textOrNull("/source/contact"),
                tree.textOrNull("/source/client-id"),
                secret("client-secret"),
                tree.textOrNull("/source/organization"),
                tree.root().at("/source/requests-a-minute").asInt(0),
                tree.root().at("/source/calls-a-month").asLong(0),
                Duration.ofHours(tree.root().at("/source/fresh-for").asLong(24)),
                Duration.ofDays(tree.root().at("/source/whole-for").asLong(30)));
    }

    private void mustTell(RestSystem system) {
        NEEDS.forEach((key, need) -> {
            if (system.needs(need) && !has(key)) {
                tree.problem(key + "-missing", "/source", "this source is not read without " + key + "; name it here.");
            }
        });
    }

    private DatabaseAddress jdbc() {
        if (!has("url")) {
            tree.problem("url-missing", "/source", "name the database as url, such as jdbc:postgresql://host/name.");
        }
        String url = tree.text("/source/url", "");
        if (PASSWORD_IN_URL.matcher(url).find()) {
            tree.problem(
                    "secret-in-file",
                    "/source/url",
                    "name user and password by themselves, the password by its place.");
        }
        return new DatabaseAddress(url, tree.textOrNull("/source/user"), secret("password"), path("driver"), queries());
    }

    /** A product's queries lie beside the system's routes; anything else is a folder of the practice's own. */
    private @Nullable Path queries() {
        String named = tree.textOrNull("/source/queries");
        if (named == null) {
            return null;
        }
        Path known =
                home.system(tree.text("/source/system", "")).resolve("jdbc").resolve(named);
        return Files.isDirectory(known) ? known : folder.resolve(named).normalize();
    }

    private @Nullable Secret secret(String key) {
        return has(key) ? tree.secret("/source/" + key) : null;
    }

    private @Nullable Path path(String key) {
        String named = tree.textOrNull("/source/" + key);
        return named == null ? null : folder.resolve(named).normalize();
    }
}
