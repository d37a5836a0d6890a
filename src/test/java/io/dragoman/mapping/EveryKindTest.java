package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.Mapping;
import io.dragoman.model.TargetKind;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import io.dragoman.staging.Layouts;
import io.dragoman.systems.pipedrive.Kinds;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** An office with a mapping to every kind that Pipedrive takes. */
class EveryKindTest {
    private static final Path OFFICE = Path.of("src/test/resources/kinds");

    private final Map<String, TargetKind> kinds = Kinds.read(Path.of("routes/systems/pipedrive/kinds.yaml"));
    private final Mappings mappings = MappingFolder.read(
            OFFICE.resolve("mappings"),
            new Catalog(Map.of("chambers", Layouts.read(OFFICE).source()), Map.of("pipedrive", kinds)));

    @Test
    void there_is_a_mapping_to_every_kind() {
        assertThat(mappings.all().stream().map(mapping -> mapping.targetKind()).collect(Collectors.toSet()))
                .isEqualTo(kinds.keySet());
    }

    @Test
    void every_example_holds_lists_of_links_among_them() {
        assertThat(new ExampleRunner(
                                mappings,
                                Transforms.standard(),
                                policy -> new Screen(policy, new Tokens(new byte[32]), mappings::kindOf)::screen)
                        .run())
                .isEmpty();
    }

    @Test
    void a_row_of_any_form_says_who_wins_and_people_do_where_it_says_nothing() {
        assertThat(mappings.get("matter-to-deal").rows())
                .filteredOn(Mapping.Row::sourceWins)
                .extracting(Mapping.Row::target)
                .containsExactly("value", "Court", "owner");
        assertThat(Objects.requireNonNull(mappings.get("bill-to-deal-lines").lines())
                        .rows())
                .filteredOn(Mapping.Row::sourceWins)
                .extracting(Mapping.Row::target)
                .containsExactly("quantity");
    }
}
