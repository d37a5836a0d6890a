package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Defines, lists and deletes fields and their options. */
final class FieldDesk {
    private static final Map<Kind, String> PATHS = Map.of(
            Kind.PERSON, "personFields",
            Kind.ORGANIZATION, "organizationFields",
            Kind.DEAL, "dealFields",
            Kind.PRODUCT, "productFields");
    private static final Set<String> NAMESPACES = Set.of("ui_visibility", "important_fields", "required_fields");
    private static final Set<String> OPEN_STANDARD = Set.of("label_ids", "category");

    private final Account account;
    private final FieldBody bodies;

    FieldDesk(Account account) {
        this.account = account;
        this.bodies = new FieldBody(account);
    }

    void open(Router router) {
        reads(router, Kind.ACTIVITY, "/api/v2/activityFields");
        // This account has bought no projects, and so has no fields of any.
        router.read("/api/v2/projectFields", 10, call -> Answer.json(200, Lists.enveloped(Json.array(), null)));
        PATHS.forEach((kind, path) -> {
            String all = "/api/v2/" + path;
            String one = all + "/{field_code}";
            reads(router, kind, all);
            router.write("POST", all, 5, call -> create(kind, call));
            router.write("PATCH", one, 5, call -> change(kind, call));
            router.write("DELETE", one, 3, call -> delete(kind, call));
            router.write("POST", one + "/options", 5, call -> addOptions(kind, call));
            router.write("PATCH", one + "/options", 5, call -> relabel(kind, call));
            router.write("DELETE", one + "/options", 3, call -> removeOptions(kind, call));
        });
    }

    private void reads(Router router, Kind kind, String all) {
        router.read(all, 10, call -> list(kind, call));
        router.read(all + "/{field_code}", 1, call -> read(kind, call));
    }

    private Answer list(Kind kind, Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, Set.of("limit", "cursor", "include_fields"));
        List<String> namespaces = namespaces(query);
        int limit = QueryKeys.limit(query, 500);
        long after = query.containsKey("cursor")
                ? Cursor.parse(query.getOrDefault("cursor", "")).id()
                : 0;
        Stream<Field> rest = account.fields(kind).all().stream().filter(field -> field.ordinal > after);
        List<Field> fields = rest.limit(limit + 1L).toList();
        ArrayNode data = Json.array();
        fields.stream().limit(limit).forEach(field -> data.add(field.view(namespaces)));
        @Nullable String next = null;
        if (fields.size() > limit) {
            long last = fields.get(limit - 1).ordinal;
            next = new Cursor("id", true, Long.toString(last), last).text();
        }
        return Answer.json(200, Lists.enveloped(data, next));
    }

    private Answer read(Kind kind, Call call) {
        QueryKeys.only(call.ask().query(), Set.of("include_fields"));
        return Answer.data(account.fields(kind)
                .get(call.variable())
                .view(namespaces(call.ask().query())));
    }

    private static List<String> namespaces(Map<String, String> query) {
        String given = query.getOrDefault("include_fields", "");
        List<String> asked = given.isEmpty() ? List.of() : List.of(given.split(","));
        if (!NAMESPACES.containsAll(new HashSet<>(asked))) {
            throw Refusal.invalid("include_fields: must be among " + NAMESPACES);
        }
        return asked;
    }

    private Answer create(Kind kind, Call call) {
        ObjectNode body = call.ask().object();
        bodies.create(kind, body);
        if (account.fullOfFields()) {
            throw Refusal.forbidden("You have reached the limit of custom fields");
        }
        Field field = account.fields(kind)
                .custom(
                        account.nextCode(),
                        body.get("field_name").asText(),
                        body.get("field_type").asText());
        body.path("options").forEach(option -> put(field, option.get("label").asText()));
        field.configure(body.deepCopy().remove(List.of("field_name", "field_type", "options")));
        return Answer.data(field.view(List.of()));
    }

    private Answer change(Kind kind, Call call) {
        Field field = custom(kind, call);
        ObjectNode body = call.ask().object();
        bodies.change(kind, body);
        field.rename(body.path("field_name").asText(field.name()));
        field.configure(body.deepCopy().remove(List.of("field_name")));
        return Answer.data(field.view(List.of()));
    }

    private Answer delete(Kind kind, Call call) {
        Field field = custom(kind, call);
        account.fields(kind).remove(field);
        return Answer.data(field.view(List.of()));
    }

    private Field custom(Kind kind, Call call) {
        Field field = account.fields(kind).get(call.variable());
        if (!field.custom) {
            throw Refusal.forbidden("A standard field cannot be changed");
        }
        return field;
    }

    private Field withOptions(Kind kind, Call call) {
        Field field = account.fields(kind).get(call.variable());
        if (!field.custom && !OPEN_STANDARD.contains(field.code)) {
            throw Refusal.forbidden("A standard field cannot be changed");
        }
        if (!field.hasOptions()) {
            throw Refusal.bad("The field has no options");
        }
        return field;
    }

    private Answer addOptions(Kind kind, Call call) {
        Field field = withOptions(kind, call);
        List<ObjectNode> wanted = bodies.labelled(call.ask().list());
        if (field.options().size() + wanted.size() > FieldBody.MOST_OPTIONS) {
            throw Refusal.bad("The field would have more than " + FieldBody.MOST_OPTIONS + " options");
        }
        return options(wanted.stream()
                .map(option -> put(field, option.get("label").asText()))
                .toList());
    }

    private Answer relabel(Kind kind, Call call) {
        Field field = withOptions(kind, call);
        List<ObjectNode> wanted = bodies.relabelled(call.ask().list());
        present(field, wanted);
        wanted.forEach(
                option -> field.options().put(id(option), option.get("label").asText()));
        return options(wanted);
    }

    private Answer removeOptions(Kind kind, Call call) {
        Field field = withOptions(kind, call);
        List<ObjectNode> wanted = bodies.numbered(call.ask().list());
        present(field, wanted);
        return options(wanted.stream()
                .map(option -> Field.option(id(option), field.options().remove(id(option))))
                .toList());
    }

    private static void present(Field field, List<ObjectNode> wanted) {
        for (ObjectNode option : wanted) {
            if (!field.options().containsKey(id(option))) {
                throw Refusal.bad("Option " + id(option) + " does not exist");
            }
        }
    }

    private ObjectNode put(Field field, String label) {
        long id = account.nextOptionId();
        field.options().put(id, label);
        return Field.option(id, label);
    }

    private static long id(ObjectNode option) {
        return option.get("id").longValue();
    }

    private static Answer options(List<ObjectNode> options) {
        ObjectNode body = Answer.envelope(Json.array(options));
        body.putNull("additional_data");
        return Answer.json(200, body);
    }
}
