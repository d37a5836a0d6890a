package io.dragoman.sandbox.cliniko;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** Answers the requests of one account. */
final class Api implements HttpHandler {
    static final String ROOT = "/v1";
    private static final String ATTACHMENTS = "patient_attachments";

    private final Clinic clinic;
    private final ClinikoSettings settings;
    private final Door door;
    private final Storage storage;
    private final Lists lists;
    private final String base;
    private final String storageBase;
    private final List<String> asked;

    /** @param asked is added to: path and query of each request */
    Api(
            Clinic clinic,
            ClinikoSettings settings,
            Door door,
            Storage storage,
            String base,
            String storageBase,
            List<String> asked) {
        this.clinic = clinic;
        this.settings = settings;
        this.door = door;
        this.storage = storage;
        this.lists = new Lists(clinic);
        this.base = base;
        this.storageBase = storageBase;
        this.asked = asked;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestURI().toString());
            Answer answer;
            try {
                answer = answer(exchange);
            } catch (Refusal refusal) {
                answer = refusal.answer();
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private Answer answer(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        List<String> parts = path.startsWith(ROOT + "/")
                ? List.of(path.substring(ROOT.length() + 1).split("/"))
                : List.of("");
        boolean bytes = parts.size() == 3 && parts.get(0).equals(ATTACHMENTS);
        door.pass(exchange.getRequestMethod(), exchange.getRequestHeaders(), bytes);
        if (!settings.role().sees(parts.get(0)) && !path.endsWith("/settings/public")) {
            throw new Refusal(Answer.error(403, "base", "you may not see this"));
        }
        return switch (parts.size()) {
            case 1 -> one(parts.get(0), exchange);
            case 2 -> two(parts.get(0), parts.get(1), exchange);
            case 3 -> content(parts);
            default -> throw gone();
        };
    }

    private Answer one(String name, HttpExchange exchange) {
        ObjectNode single = clinic.single(name);
        if (single != null) {
            Json.host(single, base + ROOT);
            return Answer.json(single);
        }
        return list(name, "/" + name, exchange, name.equals("practitioners"), record -> !inactive(record));
    }

    private static boolean inactive(JsonNode record) {
        return record.has("designation") && !record.path("active").asBoolean();
    }

    private Answer list(String name, String path, HttpExchange exchange, boolean narrow, Predicate<JsonNode> also) {
        Resource resource = Resource.named(name).orElseThrow(Api::gone);
        boolean ownOnly = settings.role() == Role.PRACTITIONER && name.equals("treatment_notes");
        String own = ownOnly ? String.valueOf(Filter.held(clinic.at("practitioners", 0), "id")) : "";
        return lists.page(
                resource,
                path,
                exchange.getRequestURI(),
                base + ROOT,
                narrow || ownOnly,
                record -> also.test(record) && (!ownOnly || own.equals(Filter.held(record, "practitioner_id"))));
    }

    private Answer two(String name, String id, HttpExchange exchange) {
        if (name.equals("practitioners") && id.equals("inactive")) {
            return list(name, "/practitioners/inactive", exchange, true, Api::inactive);
        }
        if (name.equals("settings") && id.equals("public")) {
            return one("settings", exchange);
        }
        ObjectNode record = find(name, id);
        Json.host(record, base + ROOT);
        return Answer.json(record);
    }

    private ObjectNode find(String name, String id) {
        for (int i = 0; i < clinic.size(name); i++) {
            ObjectNode record = clinic.at(name, i);
            if (record.path("id").asText().equals(id)) {
                return record;
            }
        }
        throw gone();
    }

    private Answer content(List<String> parts) {
        if (!parts.get(0).equals(ATTACHMENTS) || !parts.get(2).equals("content")) {
            throw gone();
        }
        ObjectNode attachment = find(ATTACHMENTS, parts.get(1));
        if (!attachment.path("processing_completed").asBoolean()) {
            throw gone();
        }
        return Answer.moved(
                storageBase + storage.sign(parts.get(1), attachment.path("size").asLong()));
    }

    private static Refusal gone() {
        return new Refusal(Answer.error(404, "base", "there is no such thing"));
    }
}
