package io.dragoman.app;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.dragoman.mapping.Overrides;
import io.dragoman.mapping.SchemaCheck;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.PhiClass;
import io.dragoman.model.Policy;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.systems.pipedrive.OAuth;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a migration file; everything wrong in it is told at once, with file, line and column. */
final class MigrationFileReader {
    private final YamlTree tree;
    private final JsonNode root;
    private final Path folder;
    private final Home home;
    private final List<Problem> problems = new ArrayList<>();

    private MigrationFileReader(YamlTree tree, Path folder, Home home) {
        this.tree = tree;
        this.root = tree.root();
        this.folder = folder;
        this.home = home;
    }

    /** @throws UserProblems when the file does not hold to its schema, or contradicts itself */
    static MigrationFile read(Path file, Home home) {
        YamlTree tree = holding(file, home);
        MigrationFileReader reader =
                new MigrationFileReader(tree, file.toAbsolutePath().resolveSibling(""), home);
        MigrationFile migration = reader.migration(file.toAbsolutePath());
        if (!reader.problems.isEmpty()) {
            throw new UserProblems(reader.problems);
        }
        return migration;
    }

    private static YamlTree holding(Path file, Home home) {
        try (InputStream schema = Files.newInputStream(home.mappings().resolve("migration.schema.json"))) {
            YamlTree tree = YamlTree.read(file.getFileName().toString(), Files.readString(file));
            List<Problem> problems =
                    tree.problems().isEmpty() ? new SchemaCheck(schema).problems(tree) : tree.problems();
            if (!problems.isEmpty()) {
                throw new UserProblems(problems);
            }
            return tree;
        } catch (IOException e) {
            throw new UserProblems(
                    List.of(new Problem("file-not-usable", file.toString(), "it cannot be read as UTF-8 text.")));
        }
    }

    private MigrationFile migration(Path file) {
        return new MigrationFile(
                file,
                text("/migration", ""),
                mappings(),
                source(),
                target(),
                ledger(),
                policy(),
                owners(),
                overrides(),
                waived());
    }

    private Path mappings() {
        String named = text("/mappings", "");
        Path own = folder.resolve(named);
        return Files.isDirectory(own) ? own : home.mappings().resolve(named);
    }

    private MigrationFile.Source source() {
        ZoneId zone = ZoneId.of("UTC");
        try {
            zone = ZoneId.of(text("/source/time-zone", "UTC"));
        } catch (DateTimeException e) {
            problem(
                    "time-zone-unknown",
                    "/source/time-zone",
                    "there is no such zone; use a name such as America/Chicago.");
        }
        if (!Files.exists(home.system(text("/source/system", "")).resolve("layout.yaml"))) {
            problem("system-unknown", "/source/system", "routes/systems has no such source.");
        }
        Path export = folder.resolve(text("/source/folder", "")).normalize();
        return new MigrationFile.Source(
                text("/source/system", ""),
                text("/source/channel", ""),
                export,
                text("/source/region", "US"),
                zone,
                text("/source/currency", "USD"),
                list(root.at("/source/file-hosts")).stream()
                        .map(host -> host.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private MigrationFile.Target target() {
        boolean named = root.at("/target/base-url") instanceof MissingNode;
        URI base = URI.create(
                named ? "https://" + text("/target/company", "") + ".pipedrive.com" : text("/target/base-url", ""));
        AccountPlan plan = AccountPlan.of(text("/target/plan", "lite"));
        MigrationFile.Target target = new MigrationFile.Target(
                text("/target/system", ""),
                text("/target/company", "sandbox"),
                base,
                app(base),
                secret(root.at("/target").has("oauth") ? "/target/oauth/refresh-token" : "/target/token"),
                plan,
                root.at("/target/seats").asInt(1),
                root.at("/target/daily-tokens").asLong(0),
                Integer.parseInt(text("/target/reserve", "10%").replace("%", "")) / 100.0,
                day(),
                Duration.ofSeconds(root.at("/target/answer-within").asLong(30)),
                bytes(text("/target/largest-file", "50 MB")));
        if (plan == AccountPlan.UNLIMITED && !target.loopback()) {
            problem(
                    "plan-only-for-loopback",
                    "/target/plan",
                    "unlimited is for a target on this machine; name the account's plan.");
        }
        if (!root.at("/target/day-length").isMissingNode() && !target.loopback()) {
            problem(
                    "day-length-only-for-loopback",
                    "/target/day-length",
                    "a short day is for rehearsals with a target on this machine; leave it out.");
        }
        if (base.getScheme().equals("http") && !target.loopback()) {
            problem(
                    "target-not-encrypted",
                    "/target/base-url",
                    "a target elsewhere needs https, or the token travels in clear.");
        }
        return target;
    }

    private Secret secret(String pointer) {
        return new Secret(text(pointer, ""), tree.place(pointer));
    }

    private MigrationFile.@Nullable App app(URI base) {
        if (!root.at("/target").has("oauth")) {
            return null;
        }
        String named = textOrNull("/target/oauth/token-url");
        URI tokenUrl = named == null ? OAuth.TOKEN_URL : URI.create(named);
        if (named == null && MigrationFile.isThisMachine(base)) {
            problem(
                    "token-url-missing",
                    "/target/oauth",
                    "a target on this machine renews its own tokens; name its token-url.");
        }
        if (!"https".equals(tokenUrl.getScheme()) && !MigrationFile.isThisMachine(tokenUrl)) {
            problem(
                    "target-not-encrypted",
                    "/target/oauth/token-url",
                    "an address elsewhere needs https, or the app's secrets travel in clear.");
        }
        return new MigrationFile.App(
                text("/target/oauth/client-id", ""), secret("/target/oauth/client-secret"), tokenUrl);
    }

    private MigrationFile.Day day() {
        MigrationFile.Day usual = MigrationFile.Day.USUAL;
        String[] begins = text("/target/day-begins", "00:00 UTC").split(" ", 2);
        ZoneId zone = usual.zone();
        try {
            zone = ZoneId.of(begins[1]);
        } catch (DateTimeException e) {
            problem(
                    "time-zone-unknown",
                    "/target/day-begins",
                    "there is no such zone; write a time and a name, such as 00:00 America/Chicago.");
        }
        return new MigrationFile.Day(
                LocalTime.parse(begins[0]),
                zone,
                Duration.ofSeconds(
                        root.at("/target/day-length").asLong(usual.length().toSeconds())),
                root.at("/target/writes-a-day").asLong(0));
    }

    private MigrationFile.LedgerPlace ledger() {
        JsonNode ledger = root.get("ledger");
        String url = ledger.isTextual() ? ledger.asText() : text("/ledger/url", "");
        String file = "jdbc:hsqldb:file:";
        if (url.startsWith(file)) {
            url = file + folder.resolve(url.substring(file.length())).normalize();
        }
        return new MigrationFile.LedgerPlace(
                url,
                ledger.isTextual() ? null : textOrNull("/ledger/user"),
                ledger.isTextual() || !ledger.has("password")
                        ? null
                        : new Secret(text("/ledger/password", ""), tree.place("/ledger/password")));
    }

    private Policy policy() {
        if (!root.has("privacy")) {
            return Policy.contactOnly();
        }
        Set<PhiClass> allow = EnumSet.noneOf(PhiClass.class);
        root.at("/privacy/allow")
                .forEach(phi -> allow.add(PhiClass.valueOf(phi.asText().toUpperCase(Locale.ROOT))));
        Policy.Mode mode = Policy.Mode.valueOf(
                text("/privacy/mode", "contact-only").toUpperCase(Locale.ROOT).replace('-', '_'));
        Policy.Agreement agreement = null;
        if (root.at("/privacy").has("agreement")) {
            agreement =
                    new Policy.Agreement(text("/privacy/agreement/reference", ""), text("/privacy/agreement/date", ""));
            try {
                LocalDate.parse(agreement.date());
            } catch (DateTimeException e) {
                problem("impossible-date", "/privacy/agreement/date", "there is no such day; write YYYY-MM-DD.");
            }
        }
        return new Policy(mode, allow, agreement);
    }

    private MigrationFile.Owners owners() {
        return new MigrationFile.Owners(textOrNull("/owners/fallback"), texts(root.at("/owners/map")));
    }

    private Overrides overrides() {
        JsonNode overrides = root.path("overrides");
        Map<String, Map<String, Object>> values = new LinkedHashMap<>();
        Map<String, Map<String, String>> leftBehind = new LinkedHashMap<>();
        Map<String, List<String>> pipelines = new LinkedHashMap<>();
        overrides
                .path("values")
                .properties()
                .forEach(table -> values.put(
                        table.getKey(), new ObjectMapper().convertValue(table.getValue(), new TypeReference<>() {})));
        overrides.path("left-behind").properties().forEach(one -> leftBehind.put(one.getKey(), texts(one.getValue())));
        overrides.path("pipelines").properties().forEach(one -> pipelines.put(one.getKey(), list(one.getValue())));
        Map<String, Map<String, String>> sameAs = new LinkedHashMap<>();
        overrides.path("same-as").properties().forEach(one -> sameAs.put(one.getKey(), texts(one.getValue())));
        return new Overrides(values, texts(overrides.path("links")), leftBehind, pipelines, sameAs);
    }

    private Set<String> waived() {
        return Set.copyOf(list(root.path("overrides").path("waive")));
    }

    /** A megabyte is a million bytes: nobody says which one the account means, and this is the smaller. */
    private static long bytes(String size) {
        return Long.parseLong(size.replaceAll("\\D", "")) * 1_000_000;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static List<String> list(JsonNode array) {
        List<String> list = new ArrayList<>();
        array.forEach(element -> list.add(element.asText()));
        return list;
    }

    private String text(String pointer, String otherwise) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? otherwise : node.asText();
    }

    private @Nullable String textOrNull(String pointer) {
        JsonNode node = root.at(pointer);
        return node.isMissingNode() ? null : node.asText();
    }

    private void problem(String code, String pointer, String advice) {
        problems.add(new Problem(code, tree.place(pointer).toString(), advice));
    }
}
