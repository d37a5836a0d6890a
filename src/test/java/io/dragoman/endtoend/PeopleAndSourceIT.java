package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People change fields in the account, and the source changes too: who wins is the same rule for every field, in every order. */
class PeopleAndSourceIT {
    private static final int MEMBERS = 60;
    private static final int EDITS = Integer.getInteger("dragoman.edits", 500);

    /** Fields by file, with the column each comes from. */
    private static final Map<String, Map<String, String>> FIELDS = Map.of(
            "members", Map.of("name", "name", "phones", "phone", "Town", "town", "Points", "points"),
            "matters", Map.of("title", "title", "value", "amount", "expected_close_date", "day"));

    private static final List<String> WINS = List.of("Points", "expected_close_date");

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void every_field_ends_as_the_rules_say_after_five_hundred_random_edits() throws Exception {
        long seed = Long.getLong("dragoman.seed", 20261120);
        Random random = new Random(seed);
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = Club.open(folder, sandbox, "");
            for (int i = 100; i < 100 + MEMBERS; i++) {
                club.row("members", "m" + i, "Name " + i, "+19185550" + i, "Town" + i, "" + i);
                club.row("matters", "t" + i, "m" + i, "Title " + i, i + ".00", "2026-01-1" + i % 10, "a");
            }
            club.export().prepare();
            club.succeed("run");
            Map<String, String> expected = new TreeMap<>();
            Map<String, String> people = edit(sandbox, random, EDITS);
            for (String file : FIELDS.keySet()) {
                club.rows
                        .get(file)
                        .forEach((key, row) -> FIELDS.get(file).forEach((field, column) -> {
                            String before = row.get(column);
                            if (random.nextInt(3) == 0) {
                                row.put(column, value(field, random));
                            }
                            String spot = file + " " + key + " " + field;
                            boolean changed = !same(field, before, row.get(column));
                            String byPeople = people.get(spot);
                            boolean edited = byPeople != null && !same(field, before, byPeople);
                            boolean sourceWins = !edited || changed && WINS.contains(field);
                            expected.put(spot, sourceWins ? row.get(column) : byPeople);
                        }));
            }
            club.export();
            Told told = Told.by(club.succeed("delta", "--output", "json"));
            assertThat(now(sandbox)).as("seed %s", seed).isEqualTo(canonical(expected));
            assertThat(told.section("Kept as people made it")).isNotEmpty();
            club.succeed("delta");
            assertThat(now(sandbox)).as("seed %s", seed).isEqualTo(canonical(expected));
        }
    }

    private static boolean same(String field, String one, String other) {
        return canonical(field, one).equals(canonical(field, other));
    }

    /** A value of few, so that people and source often mean the same. */
    private static String value(String field, Random random) {
        int n = random.nextInt(4);
        return switch (field) {
            case "phones" -> "+1918555010" + n;
            case "Points" -> "" + n;
            case "value" -> n + ".50";
            case "expected_close_date" -> "2026-02-0" + (n + 1);
            default -> field + " " + n;
        };
    }

    /** What people did, by file, key and field. */
    private Map<String, String> edit(Sandbox sandbox, Random random, int edits) throws Exception {
        Map<String, String> people = new HashMap<>();
        JsonNode dump = sandbox.dump();
        for (int i = 0; i < edits; i++) {
            String file = random.nextBoolean() ? "members" : "matters";
            JsonNode records = dump.path(kind(file));
            JsonNode record = records.get(random.nextInt(records.size()));
            List<String> fields = FIELDS.get(file).keySet().stream().sorted().toList();
            String field = fields.get(random.nextInt(fields.size()));
            String value = value(field, random);
            ObjectNode body = new ObjectMapper().createObjectNode();
            switch (field) {
                case "phones" ->
                    body.putArray("phones").addObject().put("value", value).put("primary", true);
                case "value" -> body.put("value", Double.parseDouble(value));
                case "Town", "Points" -> body.putObject("custom_fields").put(code(dump, field), value);
                default -> body.put(field, value);
            }
            patch(sandbox, "/api/v2/" + kind(file) + "/" + record.path("id").asText(), body);
            people.put(file + " " + key(dump, file, record) + " " + field, value);
        }
        return people;
    }

    private static String kind(String file) {
        return file.equals("members") ? "persons" : "deals";
    }

    private static String key(JsonNode dump, String file, JsonNode record) {
        return record.path("custom_fields")
                .path(code(dump, file.equals("members") ? "Source_Member_ID__c" : "Source_Matter_ID__c"))
                .asText();
    }

    private static String code(JsonNode dump, String name) {
        for (String noun : List.of("person", "deal")) {
            for (JsonNode field : dump.path(noun + "Fields")) {
                if (field.path("field_name").asText().equals(name)) {
                    return field.path("field_code").asText();
                }
            }
        }
        throw new AssertionError("no field " + name);
    }

    private void patch(Sandbox sandbox, String path, ObjectNode body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .header("x-api-token", sandbox.token())
                .header("content-type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }

    /** Every field as the account shows it. */
    private static Map<String, String> now(Sandbox sandbox) {
        JsonNode dump = sandbox.dump();
        Map<String, String> now = new TreeMap<>();
        FIELDS.forEach((file, fields) -> dump.path(kind(file))
                .forEach(record -> fields.keySet().forEach(field -> {
                    JsonNode shown = switch (field) {
                        case "phones" -> record.path("phones").path(0).path("value");
                        case "Town", "Points" -> record.path("custom_fields").path(code(dump, field));
                        default -> record.path(field);
                    };
                    now.put(file + " " + key(dump, file, record) + " " + field, canonical(field, shown.asText()));
                })));
        return now;
    }

    private static Map<String, String> canonical(Map<String, String> values) {
        Map<String, String> canonical = new TreeMap<>();
        values.forEach((spot, value) ->
                canonical.put(spot, canonical(spot.substring(spot.lastIndexOf(' ') + 1), value)));
        return canonical;
    }

    private static String canonical(String field, String value) {
        return field.equals("value") ? "" + Double.parseDouble(value) : value;
    }
}
