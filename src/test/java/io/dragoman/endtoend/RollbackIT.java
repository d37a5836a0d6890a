package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rollback takes back what is ours and leaves what people made of it. */
class RollbackIT {
    /** Keys of a record that lead to another, and the collection they lead to. */
    private static final Map<String, String> LEADS_TO = Map.of(
            "person_id",
            "persons",
            "org_id",
            "organizations",
            "deal_id",
            "deals",
            "lead_id",
            "leads",
            "product_id",
            "products");

    private static final int EDITS = Integer.getInteger("rollback.edits", 500);
    private static final int PATIENTS = Integer.getInteger("rollback.patients", 150);

    @TempDir
    Path folder;

    @Test
    void every_field_that_a_person_changed_stays_and_everything_else_goes() throws Exception {
        Path export = Practice.generate(PATIENTS, 5, folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            Set<String> before = SimulatedPerson.records(sandbox.dump()).keySet();
            migration.succeed("run");
            SimulatedPerson person = new SimulatedPerson(sandbox, Long.getLong("rollback.seed", 4));
            List<SimulatedPerson.Change> changes = person.change(EDITS);
            JsonNode worked = sandbox.dump();

            Program.Ended ended = migration.run("rollback", "--yes", "--output", "json");

            assertThat(ended.code()).isEqualTo(2);
            Map<String, JsonNode> were = SimulatedPerson.records(worked);
            Map<String, JsonNode> are = SimulatedPerson.records(sandbox.dump());
            Set<String> staying = withParents(
                    changes.stream().map(SimulatedPerson.Change::place).collect(Collectors.toSet()), were);
            for (String record : records(were.keySet())) {
                boolean ours = !before.contains(record);
                if (ours && !staying.contains(record)) {
                    assertThat(are).as(record).doesNotContainKey(record);
                } else {
                    assertThat(are.get(record)).as(record).isEqualTo(were.get(record));
                }
            }
            assertThat(ended.out()).contains("stay as people made them");
            assertThat(migration.succeed("run", "--output", "json").code()).isZero();
        }
    }

    /** Records with a life of their own; the schema is looked at elsewhere. */
    private static List<String> records(Set<String> places) {
        return places.stream()
                .filter(place -> List.of(
                                "persons",
                                "organizations",
                                "deals",
                                "activities",
                                "products",
                                "notes",
                                "leads",
                                "files")
                        .contains(place.substring(0, place.indexOf(' '))))
                .toList();
    }

    /** What a record that stays belongs to stays too. */
    private static Set<String> withParents(Set<String> changed, Map<String, JsonNode> records) {
        Set<String> staying = new HashSet<>();
        Deque<String> left = new ArrayDeque<>(changed);
        while (!left.isEmpty()) {
            String place = left.pop();
            JsonNode record = records.get(place);
            if (record == null || !staying.add(place)) {
                continue;
            }
            record.properties().forEach(key -> {
                String to = LEADS_TO.get(key.getKey());
                if (to != null) {
                    left.push(to + " " + key.getValue().asText());
                }
            });
            record.path("participants")
                    .forEach(one -> left.push("persons " + one.path("person_id").asText()));
        }
        return staying;
    }
}
