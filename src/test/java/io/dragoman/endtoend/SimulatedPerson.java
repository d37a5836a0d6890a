package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works in the account: changes fields of records at random, the same for the same seed, and adds things to them. Records
 * are named as the dump names them, {@code persons 12}.
 */
final class SimulatedPerson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What a person changes, by the collection of the dump: keys of the body. The value of a deal with products is theirs. */
    private static final Map<String, List<String>> FIELDS = Map.of(
            "persons", List.of("name", "emails", "phones", "visible_to"),
            "organizations", List.of("name", "address", "owner_id"),
            "deals", List.of("title", "expected_close_date", "probability", "visible_to"),
            "activities", List.of("subject", "due_date", "public_description", "done"),
            "products", List.of("name", "code", "description"),
            "notes", List.of("content"));

    private final Sandbox sandbox;
    private final Random random;

    SimulatedPerson(Sandbox sandbox, long seed) {
        this.sandbox = sandbox;
        this.random = new Random(seed);
    }

    /** One change. @param field key of the body */
    record Change(String collection, String id, String field) {
        /** The record, as in {@code persons 12}. */
        String place() {
            return collection + " " + id;
        }
    }

    /** Changes so many fields of records that the account has now. */
    List<Change> change(int times) {
        List<String> places = new ArrayList<>();
        JsonNode dump = sandbox.dump();
        new java.util.TreeMap<>(FIELDS)
                .keySet()
                .forEach(collection -> dump.path(collection)
                        .forEach(record ->
                                places.add(collection + " " + record.path("id").asText())));
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            String[] place = places.get(random.nextInt(places.size())).split(" ", 2);
            List<String> fields = FIELDS.getOrDefault(place[0], List.of());
            Change change = new Change(place[0], place[1], fields.get(random.nextInt(fields.size())));
            make(change, i);
            changes.add(change);
        }
        return changes;
    }

    /** Changes one field to something it did not show before. */
    void make(Change change, int number) {
        String text = "Changed by a person " + number + " " + random.nextInt(1000);
        ObjectNode body = MAPPER.createObjectNode();
        switch (change.field()) {
            case "emails" -> body.putArray("emails").addObject().put("value", "person" + number + "@example.net");
            case "phones" -> body.putArray("phones").addObject().put("value", "+1555010" + (1000 + number));
            case "address" -> body.putObject("address").put("value", text);
            case "probability" -> body.put("probability", number % 101);
            case "visible_to" ->
                body.put("visible_to", shown(change).path("visible_to").asInt() == 1 ? 3 : 1);
            case "owner_id" ->
                body.put("owner_id", shown(change).path("owner_id").asInt() == 3 ? 2 : 3);
            case "done" -> body.put("done", !shown(change).path("done").asBoolean());
            case "due_date", "expected_close_date" ->
                body.put(change.field(), "20" + (30 + number % 60) + "-01-" + (10 + random.nextInt(18)));
            case "content" -> body.put("content", "<p>" + text + "</p>");
            default -> body.put(change.field(), text);
        }
        boolean old = change.collection().equals("notes");
        send(old ? "PUT" : "PATCH", path(change.collection()) + "/" + change.id(), body);
    }

    /** Adds a record and gives its id, as in {@code add("notes", "{'content':'x','person_id':12}")}. */
    String add(String collection, String body) {
        return send("POST", path(collection), body.replace('\'', '"'))
                .path("id")
                .asText();
    }

    /** Changes a record in a way of one's own. */
    void patch(String collection, String id, String body) {
        send("PATCH", path(collection) + "/" + id, body.replace('\'', '"'));
    }

    void delete(String collection, String id) {
        send("DELETE", path(collection) + "/" + id, (String) null);
    }

    /** The records of a dump by {@code collection id}. */
    static Map<String, JsonNode> records(JsonNode dump) {
        Map<String, JsonNode> records = new LinkedHashMap<>();
        dump.properties()
                .forEach(collection -> collection
                        .getValue()
                        .forEach(record -> records.put(
                                collection.getKey() + " " + record.path("id").asText(), record)));
        return records;
    }

    private JsonNode shown(Change change) {
        JsonNode record = records(sandbox.dump()).get(change.place());
        return record == null ? MAPPER.createObjectNode() : record;
    }

    private static String path(String collection) {
        boolean old = List.of("notes", "leads", "files").contains(collection);
        return (old ? "/api/v1/" : "/api/v2/") + collection;
    }

    private JsonNode send(String method, String path, ObjectNode body) {
        return send(method, path, body.toString());
    }

    private JsonNode send(String method, String path, @Nullable String body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                    .header("x-api-token", sandbox.token())
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode() / 100).as(path + " " + answer.body()).isEqualTo(2);
            return MAPPER.readTree(answer.body()).path("data");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
