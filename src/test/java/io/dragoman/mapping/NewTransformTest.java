package io.dragoman.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dragoman.mapping.transforms.Standard;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import io.dragoman.privacy.Screen;
import io.dragoman.privacy.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new transform costs one class and one line of the registry: then mappings can name it, and their examples use it. */
class NewTransformTest {
    private final Path folder;

    NewTransformTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        Path file = Sketch.changed(folder, "patient-to-person.yaml", "as: [join-words]", "as: [backwards, join-words]")
                .resolve("patient-to-person.yaml");
        Files.writeString(file, Files.readString(file).replace("name: Ada Example", "name: adA elpmaxE"));
    }

    @Test
    void without_its_line_no_mapping_can_name_it() {
        assertThatThrownBy(() -> MappingFolder.read(folder, Sketch.catalog()))
                .isInstanceOfSatisfying(
                        UserProblems.class,
                        problems -> assertThat(problems.problems())
                                .extracting(Problem::code)
                                .containsOnly("unknown-transform"));
    }

    @Test
    void with_its_line_examples_run_through_it() {
        List<Transform> lines = new ArrayList<>(Standard.transforms());
        lines.add(new Backwards());
        Transforms transforms = new Transforms(lines);
        Mappings mappings = MappingFolder.read(folder, Sketch.catalog(), Overrides.NONE, transforms);
        Tokens tokens = new Tokens(new byte[32]);
        assertThat(new ExampleRunner(
                                mappings, transforms, policy -> new Screen(policy, tokens, mappings::kindOf)::screen)
                        .run())
                .isEmpty();
    }

    /** The class: it reads texts from right to left. */
    private static final class Backwards implements Transform {
        @Override
        public Description description() {
            return Description.of("backwards", "Reads texts from right to left.")
                    .sample("Ada", "adA");
        }

        @Override
        public Prepared prepare(Argument argument, Surroundings surroundings) {
            argument.none();
            return (value, notes) -> value instanceof List<?> several ? all(several) : one(value);
        }

        private static List<@Nullable Object> all(List<?> several) {
            List<@Nullable Object> turned = new ArrayList<>();
            several.forEach(each -> turned.add(one(each)));
            return turned;
        }

        private static @Nullable Object one(@Nullable Object value) {
            return value == null
                    ? null
                    : new StringBuilder(String.valueOf(value)).reverse().toString();
        }
    }
}
