package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.TargetKind;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The list of kinds is what the requests can really carry. */
class KindsTest {
    private static final Map<String, TargetKind> KINDS = Kinds.read(Path.of("routes/systems/pipedrive/kinds.yaml"));
    /** Fields that become two keys or need the account's ids, and those of the record around the lines. */
    private static final Map<String, Set<String>> SPECIAL = Map.of(
            "deal", Set.of("value", "pipeline", "stage"),
            "product", Set.of("prices"),
            "activity", Set.of("type", "due", "duration", "note", "person", "participants"),
            "note", Set.of("content", "pinned"),
            "lead", Set.of("value"),
            "deal-participant", Set.of("deal"),
            "deal-lines", Set.of("deal", "item_price", "comments"),
            "file", Set.of("content"));

    @Test
    void the_kinds_of_the_design_are_there() {
        assertThat(KINDS)
                .containsOnlyKeys(
                        "person",
                        "organization",
                        "deal",
                        "product",
                        "activity",
                        "note",
                        "lead",
                        "deal-participant",
                        "organization-relationship",
                        "deal-lines",
                        "file",
                        "user");
        assertThat(KINDS.get("deal-lines")).satisfies(lines -> {
            assertThat(lines.hasLines()).isTrue();
            assertThat(lines.customFields()).isFalse();
            assertThat(lines.required()).containsExactlyInAnyOrder("deal", "product", "item_price", "quantity");
        });
        assertThat(KINDS.get("person")).satisfies(person -> {
            assertThat(person.customFields()).isTrue();
            assertThat(person.required()).containsExactly("name");
            assertThat(person.fields()).containsEntry("owner", "user").containsEntry("emails", "emails");
        });
    }

    @TestFactory
    java.util.stream.Stream<DynamicTest> every_field_of_the_list_has_its_place_in_a_body() {
        return KINDS.values().stream()
                .filter(kind -> !kind.name().equals("user"))
                .map(kind -> DynamicTest.dynamicTest(kind.name(), () -> {
                    Set<String> placed = new TreeSet<>(
                            StandardFields.of(Kind.of(kind.name())).keySet());
                    placed.addAll(SPECIAL.getOrDefault(kind.name(), Set.of()));
                    assertThat(placed).isEqualTo(new TreeSet<>(kind.fields().keySet()));
                    StandardFields.of(Kind.of(kind.name()))
                            .forEach((field, column) -> assertThat(kind.fields())
                                    .containsEntry(field, column.type().replace("old-", "")));
                }));
    }
}
