package io.dragoman.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The paths below {@code /_sandbox}, by which tests look into a sandbox in another process. Free and never throttled. */
final class ControlDesk implements HttpHandler {
    private final Sandbox sandbox;
    private final Reply reply;

    ControlDesk(Sandbox sandbox, Reply reply) {
        this.sandbox = sandbox;
        this.reply = reply;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String asked =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        reply.now(exchange, answer(asked, body), Reply.Ending.WHOLE);
    }

    private Answer answer(String asked, String body) {
        return switch (asked) {
            case "GET /_sandbox/dump" -> Answer.json(200, sandbox.dump());
            case "GET /_sandbox/stats" -> Answer.json(200, Json.tree(sandbox.stats()));
            case "GET /_sandbox/requests" -> Answer.json(200, requests());
            case "POST /_sandbox/faults" -> faults(body);
            case "POST /_sandbox/reset" -> reset();
            case "POST /_sandbox/user" -> user(body);
            case "POST /_sandbox/plan" -> plan(body);
            default -> Answer.html(404, "Page not found");
        };
    }

    private Answer reset() {
        sandbox.reset();
        return Answer.json(200, Json.object().put("success", true));
    }

    private ArrayNode requests() {
        ArrayNode list = Json.array();
        for (RecordedRequest request : sandbox.requests()) {
            list.addObject()
                    .put("number", request.number())
                    .put("at", request.at().toString())
                    .put("method", request.method())
                    .put("path", request.path())
                    .put("body", request.body())
                    .put("status", request.status())
                    .put("answer", request.answer());
        }
        return list;
    }

    /**
     * Plans faults. Body: {@code {"clear":true, "onRequest":[{"n":1,"kind":"HTTP_503"}], "onWrite":[…], "fromRequest":{…},
     * "random":{"seed":1,"probability":{"HTTP_503":0.1}}}}; every key may be left out.
     */
    private Answer faults(String body) {
        try {
            JsonNode plan = Json.parse(body);
            if (plan.path("clear").asBoolean(false)) {
                sandbox.faults().clear();
            }
            plan.path("onRequest")
                    .forEach(one -> sandbox.faults()
                            .onRequest(
                                    one.path("n").asLong(),
                                    kind(one.path("kind").asText())));
            if (plan.has("fromRequest")) {
                JsonNode one = plan.path("fromRequest");
                sandbox.faults()
                        .fromRequest(
                                one.path("n").asLong(), kind(one.path("kind").asText()));
            }
            plan.path("onWrite")
                    .forEach(one -> sandbox.faults()
                            .onWrite(
                                    one.path("n").asLong(),
                                    kind(one.path("kind").asText())));
            if (plan.has("random")) {
                Map<Faults.Kind, Double> chances = new EnumMap<>(Faults.Kind.class);
                plan.path("random")
                        .path("probability")
                        .properties()
                        .forEach(entry -> chances.put(
                                kind(entry.getKey()), entry.getValue().asDouble()));
                sandbox.faults().random(plan.path("random").path("seed").asLong(), chances);
            }
            return Answer.json(200, Json.object().put("success", true));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Answer.error(400, "not a plan of faults", "ERR_BAD_REQUEST");
        }
    }

    /** Puts the account on another plan. Body: {@code {"deals":0, "customFields":30}}. */
    private Answer plan(String body) {
        try {
            JsonNode caps = Json.parse(body);
            sandbox.plan(caps.path("deals").asInt(), caps.path("customFields").asInt());
            return Answer.json(200, Json.object().put("success", true));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "not a plan", "ERR_BAD_REQUEST");
        }
    }

    /** Activates or deactivates a user. Body: {@code {"id":12, "active":false}}. */
    private Answer user(String body) {
        try {
            JsonNode user = Json.parse(body);
            sandbox.activate(user.path("id").asLong(), user.path("active").asBoolean());
            return Answer.json(200, Json.object().put("success", true));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Answer.error(400, "no such user", "ERR_BAD_REQUEST");
        }
    }

    private static Faults.Kind kind(String name) {
        return Faults.Kind.valueOf(name);
    }
}
