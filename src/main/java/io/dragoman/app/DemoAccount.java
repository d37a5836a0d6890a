package io.dragoman.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What a sandbox holds after a run, counted. */
final class DemoAccount {
    private final JsonNode account;

    DemoAccount(JsonNode account) {
        this.account = account;
    }

    /** A line of the table of what arrived. */
    static List<String> row(String id, String source, String target, long arrived) {
        return List.of(id, source, target, String.valueOf(arrived));
    }

    long count(String kind) {
        return stream(kind).count();
    }

    long count(String kind, Predicate<JsonNode> which) {
        return stream(kind).filter(which).count();
    }

    /** Activities of a type. */
    long activities(String type) {
        return count("activities", activity -> activity.path("type").asText().equals(type));
    }

    /** Different users who own people. */
    long owners() {
        return stream("persons")
                .map(person -> person.path("owner_id").asText())
                .distinct()
                .count();
    }

    /** Organizations whose custom field {@code Type} has one of these labels. */
    long organizations(String... types) {
        Optional<JsonNode> field = field("organization", "Type");
        Set<String> wanted = new HashSet<>();
        field.ifPresent(type -> type.path("options").forEach(option -> {
            if (List.of(types).contains(option.path("label").asText())) {
                wanted.add(option.path("id").asText());
            }
        }));
        return count(
                "organizations",
                organization -> field.isPresent()
                        && wanted.contains(organization
                                .at("/custom_fields/"
                                        + field.get().path("field_code").asText())
                                .asText()));
    }

    /** Records that have one of these custom fields filled. @param kind in the plural */
    long with(String kind, String... fields) {
        String noun = kind.substring(0, kind.length() - 1);
        List<String> codes = Stream.of(fields)
                .flatMap(name -> field(noun, name).stream())
                .map(field -> field.path("field_code").asText())
                .toList();
        return count(
                kind,
                one -> codes.stream().anyMatch(code -> one.path("custom_fields").hasNonNull(code)));
    }

    private Optional<JsonNode> field(String noun, String name) {
        return StreamSupport.stream(account.path(noun + "Fields").spliterator(), false)
                .filter(field -> field.path("field_name").asText().equals(name))
                .filter(field -> field.path("is_custom_field").asBoolean())
                .findFirst();
    }

    Stream<JsonNode> stream(String kind) {
        return StreamSupport.stream(account.path(kind).spliterator(), false);
    }
}
