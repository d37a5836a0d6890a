package io.dragoman.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches: one kind, all kinds, and one field exactly. Its index is late, see {@link SearchText#known}. */
final class SearchDesk {
    private static final List<Kind> KINDS = List.of(Kind.DEAL, Kind.PERSON, Kind.ORGANIZATION, Kind.PRODUCT);
    private static final Set<String> ITEM_TYPES =
            Set.of("deal", "person", "organization", "product", "lead", "file", "mail_attachment", "project");
    private static final Map<Kind, Set<String>> NARROWED =
            Map.of(Kind.PERSON, Set.of("organization_id"), Kind.DEAL, Set.of("person_id", "organization_id", "status"));
    private static final int MOST = 100;

    private final Account account;
    private final SearchText texts;
    private final SearchItem items;

    SearchDesk(Account account) {
        this.account = account;
        this.texts = new SearchText(account);
        this.items = new SearchItem(account, texts);
    }

    void open(Router router) {
        for (Kind kind : KINDS) {
            router.search("/api/v2/" + kind.path() + "/search", call -> one(kind, call));
        }
        router.search("/api/v2/itemSearch", this::all);
        router.search("/api/v2/itemSearch/field", this::field);
    }

    private Answer one(Kind kind, Call call) {
        Map<String, String> query = call.ask().query();
        Set<String> allowed =
                new HashSet<>(Set.of("term", "fields", "exact_match", "include_fields", "limit", "cursor"));
        allowed.addAll(NARROWED.getOrDefault(kind, Set.of()));
        QueryKeys.only(query, allowed);
        Map<String, String> filters = new HashMap<>();
        NARROWED.getOrDefault(kind, Set.of()).stream()
                .filter(query::containsKey)
                .forEach(key -> filters.put(key.replace("organization_id", "org_id"), query.getOrDefault(key, "")));
        Predicate<Row> narrowed = filters.isEmpty() ? row -> true : Choice.of(kind, filters, false);
        return found(
                query,
                hits(kind, query, SearchText.FIELDS.getOrDefault(kind, Set.of()))
                        .filter(narrowed)
                        .map(row -> items.of(kind, row)));
    }

    private Answer all(Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(
                query,
                Set.of(
                        "term",
                        "item_types",
                        "fields",
                        "search_for_related_items",
                        "exact_match",
                        "include_fields",
                        "limit",
                        "cursor"));
        Set<String> types = query.containsKey("item_types")
                ? Set.of(query.getOrDefault("item_types", "").split(","))
                : ITEM_TYPES;
        if (!ITEM_TYPES.containsAll(types)) {
            throw Refusal.invalid("item_types: must be among " + ITEM_TYPES);
        }
        Set<String> known =
                Set.of("address", "code", "custom_fields", "email", "name", "notes", "phone", "title", "description");
        return found(
                query,
                KINDS.stream()
                        .filter(kind -> types.contains(kind.noun()))
                        .flatMap(kind -> hits(kind, query, known).map(row -> items.of(kind, row))));
    }

    private Stream<Row> hits(Kind kind, Map<String, String> query, Set<String> known) {
        boolean exact = ViewOptions.flag(query, "exact_match");
        String term = term(query, exact).toLowerCase(Locale.ROOT);
        Set<String> fields = query.containsKey("fields")
                ? Set.of(query.getOrDefault("fields", "").split(","))
                : known;
        if (!known.containsAll(fields)) {
            throw Refusal.invalid("fields: must be among " + known);
        }
        Predicate<String> match = text -> {
            String lower = text.toLowerCase(Locale.ROOT);
            return exact ? lower.equals(term) : lower.contains(term);
        };
        return account.records(kind).walk(true, null).filter(texts::known).filter(row -> {
            ObjectNode record = row.record();
            return fields.stream()
                    .flatMap(field -> texts.texts(kind, record, field).stream())
                    .anyMatch(match);
        });
    }

    private Answer field(Call call) {
        Map<String, String> query = call.ask().query();
        QueryKeys.only(query, Set.of("term", "entity_type", "match", "field", "limit", "cursor"));
        String match = query.getOrDefault("match", "exact");
        if (!Set.of("exact", "beginning", "middle").contains(match)) {
            throw Refusal.invalid("match: must be exact, beginning or middle");
        }
        String term = term(query, match.equals("exact"));
        String type = query.getOrDefault("entity_type", "");
        if (!Set.of("deal", "lead", "person", "organization", "product", "project")
                .contains(type)) {
            throw Refusal.invalid("entity_type: is required and must be a known type");
        }
        String code = query.getOrDefault("field", "");
        List<ObjectNode> found = new ArrayList<>();
        KINDS.stream().filter(kind -> kind.noun().equals(type)).forEach(kind -> {
            texts.byCode(kind, Json.object(), code);
            account.records(kind).walk(true, null).filter(texts::known).forEach(row -> {
                ObjectNode record = row.record();
                if (texts.byCode(kind, record, code).stream().anyMatch(text -> matches(match, text, term))) {
                    String title =
                            record.path(kind == Kind.DEAL ? "title" : "name").asText();
                    found.add(Json.object().put("id", row.id).put("name", title));
                }
            });
        });
        Page page = page(query, found.stream(), 500);
        return Answer.json(200, Lists.enveloped(page.items(), page.next()));
    }

    private static boolean matches(String match, String text, String term) {
        return switch (match) {
            case "exact" -> text.equals(term);
            case "beginning" -> text.startsWith(term);
            default -> text.contains(term);
        };
    }

    private static String term(Map<String, String> query, boolean exact) {
        String term = query.getOrDefault("term", "");
        if (term.length() < (exact ? 1 : 2)) {
            throw Refusal.invalid("term: is too short");
        }
        return term;
    }

    private record Page(ArrayNode items, @Nullable String next) {}

    private static Page page(Map<String, String> query, Stream<ObjectNode> found, int most) {
        int limit = QueryKeys.limit(query, most);
        long start = query.containsKey("cursor")
                ? Cursor.parse(query.getOrDefault("cursor", "")).id()
                : 0;
        List<ObjectNode> some = found.skip(start).limit(limit + 1L).toList();
        ArrayNode items = Json.array();
        some.stream().limit(limit).forEach(items::add);
        boolean more = some.size() > limit;
        return new Page(items, more ? new Cursor("score", false, "0", start + limit).text() : null);
    }

    private static Answer found(Map<String, String> query, Stream<ObjectNode> found) {
        Page page = page(query, found, MOST);
        ObjectNode body = Lists.enveloped(Json.array(), page.next());
        body.putObject("data").set("items", page.items());
        return Answer.json(200, body);
    }
}
