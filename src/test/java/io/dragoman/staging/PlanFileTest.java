package io.dragoman.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    private static final int MANY = 20_000;

    @Test
    void every_write_is_found_again_by_mapping_and_key(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("plans/r1.plan");
        String hash = filled(path);
        assertThat(PlanFile.hash(path)).isEqualTo(hash);
        Set<Integer> numbers = new HashSet<>();
        try (PlanFile plan = PlanFile.read(path)) {
            assertThat(plan.counts()).isEqualTo(Map.of("people", (long) MANY, "deals", 1L));
            for (int i = 0; i < MANY; i++) {
                PlanFile.Entry entry = plan.find("people", "key " + i).orElseThrow();
                assertThat(entry.digest()).isEqualTo(digest(i));
                assertThat(entry.changed()).isEqualTo("name\nphones");
                numbers.add(entry.number());
            }
            assertThat(numbers).hasSize(MANY);
            assertThat(plan.find("people", "nobody")).isEmpty();
            assertThat(plan.find("nothing", "key 1")).isEmpty();
            assertThat(plan.find("deals", "key 1").orElseThrow().verb()).isEqualTo("CREATE");
        }
        assertThat(PlanFile.hash(path)).as("reading changes nothing").isEqualTo(hash);
        assertThat(Files.size(path)).as("bytes for each record").isLessThan(100L * MANY);
    }

    @Test
    void what_is_proposed_twice_is_planned_once_as_it_came_last(@TempDir Path folder) {
        Path path = folder.resolve("r1.plan");
        try (PlanDraft draft = PlanDraft.create(path)) {
            draft.add("people", "1", entry("CREATE", 1));
            draft.add("people", "1", entry("UPDATE", 2));
            draft.finish();
        }
        try (PlanFile plan = PlanFile.read(path)) {
            assertThat(plan.counts()).isEqualTo(Map.of("people", 1L));
            assertThat(plan.find("people", "1").orElseThrow().verb()).isEqualTo("UPDATE");
        }
    }

    @Test
    void a_plan_that_did_not_come_to_its_end_leaves_no_file(@TempDir Path folder) {
        Path path = folder.resolve("r1.plan");
        try (PlanDraft draft = PlanDraft.create(path)) {
            draft.add("people", "1", entry("CREATE", 1));
        }
        assertThat(path).doesNotExist();
    }

    private static String filled(Path path) {
        try (PlanDraft draft = PlanDraft.create(path)) {
            for (int i = 0; i < MANY; i++) {
                draft.add("people", "key " + i, entry("UPDATE", i));
            }
            draft.add("deals", "key 1", entry("CREATE", 7));
            return draft.finish();
        }
    }

    private static PlanFile.Entry entry(String verb, int number) {
        return new PlanFile.Entry(0, verb, "name\nphones", "", digest(number));
    }

    private static String digest(int number) {
        return String.format("%032x", number);
    }
}
