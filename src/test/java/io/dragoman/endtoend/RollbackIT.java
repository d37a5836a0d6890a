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
import java.util.stream.StreamSupport;
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
            Map<String, JsonNode> moved = SimulatedPerson.records(sandbox.dump());
            new SimulatedPerson(sandbox, Long.getLong("rollback.seed", 4)).change(EDITS);
            JsonNode worked = sandbox.dump();

            Program.Ended ended = migration.run("rollback", "--yes", "--output", "json");

            assertThat(ended.code()).isEqualTo(2);
            Map<String, JsonNode> were = SimulatedPerson.records(worked);
            Map<String, JsonNode> are = SimulatedPerson.records(sandbox.dump());
            // what was changed and changed back is as we left it
            Set<String> staying = withParents(
                    records(moved.keySet()).stream()
                            .filter(place -> !moved.get(place).equals(were.get(place)))
                            .collect(Collectors.toSet()),
                    worked);
            for (String record : records(were.keySet())) {
                boolean ours = !before.contains(record);
                if (ours && !staying.contains(record)) {
                    assertThat(are).as(record).doesNotContainKey(record);
                } else {
                    assertThat(are.get(record)).as(record).isEqualTo(were.get(record));
                }
            }
            assertThat(ended.out()).contains("of them because somebody changed them");
            migration.succeed("prepare");
            migration.succeed("run");
            Map<String, JsonNode> again = SimulatedPerson.records(sandbox.dump());
            assertThat(records(again.keySet())).hasSameSizeAs(records(were.keySet()));
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
    private static Set<String> withParents(Set<String> changed, JsonNode dump) {
        Map<String, JsonNode> records = SimulatedPerson.records(dump);
        Set<String> links = new HashSet<>();
        dump.path("personFields").forEach(field -> {
            if (field.path("field_type").asText().equals("org")) {
                links.add(field.path("field_code").asText());
            }
        });
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
            links.forEach(code -> left.push(
                    "organizations " + record.path("custom_fields").path(code).asText()));
        }
        return staying;
    }

    @Test
    void what_people_added_holds_what_it_belongs_to_until_it_is_gone() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", "");
            migration.prepare();
            migration.succeed("run");
            SimulatedPerson person = new SimulatedPerson(sandbox, 1);
            JsonNode people = sandbox.dump().path("persons");
            String noted = people.get(3).path("id").asText();
            String called = people.get(5).path("id").asText();
            String note = person.add("notes", "{'content':'Called back','person_id':" + noted + "}");
            String call = person.add(
                    "activities",
                    "{'subject':'Call','type':'call','participants':[{'person_id':" + called + ",'primary':true}]}");
            String field = custom(sandbox.dump()).get(0);
            String other =
                    person.add("organizations", "{'name':'A supplier','custom_fields':{'" + field + "':'theirs'}}");
            JsonNode worked = sandbox.dump();

            Told preview = Told.by(migration.succeed("rollback", "--preview", "--output", "json"));
            assertThat(preview.section("What would stay")).hasSizeGreaterThanOrEqualTo(2);
            assertThat(sandbox.dump()).isEqualTo(worked);

            assertThat(migration.run("rollback", "--yes").code()).isEqualTo(2);
            Map<String, JsonNode> are = SimulatedPerson.records(sandbox.dump());
            assertThat(are)
                    .containsEntry(
                            "persons " + noted, SimulatedPerson.records(worked).get("persons " + noted))
                    .containsKeys("persons " + called, "notes " + note, "activities " + call, "organizations " + other);
            assertThat(sandbox.dump().path("persons"))
                    .hasSize(2 + before.path("persons").size());
            assertThat(custom(sandbox.dump())).contains(field);

            person.delete("notes", note);
            person.delete("activities", call);
            person.delete("organizations", other);
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    @Test
    void a_link_that_is_empty_because_its_record_was_deleted_is_nobodys_edit() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", "");
            migration.prepare();
            migration.succeed("run");
            for (JsonNode activity : sandbox.dump().path("activities")) {
                String patient =
                        activity.path("participants").path(0).path("person_id").asText();
                if (!patient.isEmpty()) {
                    new SimulatedPerson(sandbox, 1).delete("persons", patient);
                    break;
                }
            }
            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    /** Keys of the custom fields of organizations. */
    private static List<String> custom(JsonNode dump) {
        return StreamSupport.stream(dump.path("organizationFields").spliterator(), false)
                .filter(field -> field.path("is_custom_field").asBoolean())
                .map(field -> field.path("field_code").asText())
                .toList();
    }

    @Test
    void one_record_goes_with_what_depends_on_it_and_force_takes_what_people_changed() throws Exception {
        CopiedExport export = CopiedExport.into(folder.resolve("export"));
        String patient = export.column("patients.csv", "patient_id").get(0);
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, export.folder(), sandbox, "unlimited", Migration.BAA);
            migration.prepare();
            migration.succeed("run");
            JsonNode moved = sandbox.dump();

            Told gone = Told.by(migration.succeed(
                    "rollback", "--record", "patient-to-person/" + patient, "--yes", "--output", "json"));
            assertThat(gone.about("Taken back")).contains("what depends on these records goes along");
            assertThat(sandbox.dump().path("persons"))
                    .hasSize(moved.path("persons").size() - 1);
            assertThat(sandbox.dump().path("organizations")).isEqualTo(moved.path("organizations"));
            assertThat(sandbox.dump().path("personFields")).isEqualTo(moved.path("personFields"));
            migration.succeed("run");
            assertThat(new AccountPicture(moved).differences(new AccountPicture(sandbox.dump())))
                    .isEmpty();

            new SimulatedPerson(sandbox, 2).change(20);
            migration.succeed("rollback", "--object", "appointment-to-activity", "--force", "--yes");
            assertThat(sandbox.dump().path("persons"))
                    .hasSize(moved.path("persons").size());
            migration.succeed("rollback", "--force", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }
}
