package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.staging.Layouts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the {@code source} block of a migration file. */
final class SourceBlock {
    /** Keys that say something to one channel only; all others are for every source. */
    private static final Map<String, Set<String>> CHANNEL_KEYS = Map.of(
            "csv", Set.of("changes", "complete"),
            "rest", Set.of("base-url", "api-key", "contact", "client-id", "client-secret", "organization"),
            "jdbc", Set.of("url", "user", "password", "driver"));

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
        check(system, channel);
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
                channel.equals("rest") ? rest() : null,
                channel.equals("jdbc") ? jdbc() : null);
    }

    private void check(String system, String channel) {
        Path routes = home.system(system);
        if (!Files.exists(routes.resolve("layout.yaml"))) {
            tree.problem("system-unknown", "/source/system", "routes/systems has no such source.");
        } else if (!Layouts.read(routes).channels().contains(channel)) {
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

    private MigrationFile.Rest rest() {
        String address = tree.textOrNull("/source/base-url");
        URI base = address == null ? null : URI.create(address);
        if (base != null && !"https".equals(base.getScheme()) && !MigrationFile.isThisMachine(base)) {
            tree.problem(
                    "source-not-encrypted",
                    "/source/base-url",
                    "an address elsewhere needs https, or the key travels in clear.");
        }
        return new MigrationFile.Rest(
                base,
                secret("api-key"),
                tree.textOrNull("/source/contact"),
                tree.textOrNull("/source/client-id"),
                secret("client-secret"),
                tree.textOrNull("/source/organization"));
    }

    private MigrationFile.Jdbc jdbc() {
        if (!has("url")) {
            tree.problem("url-missing", "/source", "name the database as url, such as jdbc:postgresql://host/name.");
        }
        return new MigrationFile.Jdbc(
                tree.text("/source/url", ""), tree.textOrNull("/source/user"), secret("password"), path("driver"));
    }

    private @Nullable Secret secret(String key) {
        return has(key) ? tree.secret("/source/" + key) : null;
    }

    private @Nullable Path path(String key) {
        String named = tree.textOrNull("/source/" + key);
        return named == null ? null : folder.resolve(named).normalize();
    }
}
