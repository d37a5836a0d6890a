package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a delta may close, delete, make again or let through, and what it may not. */
class DeltaRulesIT {
    private static final String DELETED = "Which were deleted at the source";

    @TempDir
    Path folder;

    private Club club(Sandbox sandbox, String settings) throws Exception {
        Club club = Club.open(folder, sandbox, settings);
        for (int i = 1; i <= 6; i++) {
            club.row("members", "m" + i, "Name " + i, "+1918555010" + i, "Town", "1");
            club.row("matters", "t" + i, "m" + i, "Title " + i, i + ".00", "2026-01-11", "a");
        }
        return club.export();
    }

    private static String id(Sandbox sandbox, String kind, String field, String value) {
        return StreamSupport.stream(sandbox.dump().path(kind).spliterator(), false)
                .filter(record -> record.path(field).asText().equals(value))
                .map(record -> record.path("id").asText())
                .findFirst()
                .orElse("");
    }

    private static List<String> all(Sandbox sandbox, String kind, String field) {
        return sandbox.dump().path(kind).findValuesAsText(field).stream()
                .sorted()
                .toList();
    }

    @Test
    void what_was_deleted_goes_unless_people_changed_it_or_others_need_it() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = club(sandbox, "deleted: delete");
            club.prepare();
            club.succeed("run");
            PersonAtWork person = PersonAtWork.withOurToken(sandbox);
            person.change("v2/deals/" + id(sandbox, "deals", "title", "Title 2"), "{'probability':70}");
            person.make(
                    "v1/notes", "{'content':'Called','person_id':" + id(sandbox, "persons", "name", "Name 4") + "}");
            club.rows.get("matters").keySet().removeAll(List.of("t1", "t2", "t4"));
            club.rows.get("members").keySet().removeAll(List.of("m1", "m2", "m3", "m4"));
            club.export();

            Told told = Told.by(club.succeed("delta", "--output", "json"));
            assertThat(all(sandbox, "deals", "title")).doesNotContain("Title 1").contains("Title 2", "Title 3");
            assertThat(all(sandbox, "persons", "name")).doesNotContain("Name 1").contains("Name 2", "Name 3", "Name 4");
            assertThat(told.section(DELETED))
                    .extracting(row -> row.get("Key") + " " + row.get("What became of it") + " " + row.get("Why"))
                    .containsExactlyInAnyOrder(
                            "t1 deleted ",
                            "t2 kept somebody changed it",
                            "t4 deleted ",
                            "m1 deleted ",
                            "m2 kept something that stays belongs to it",
                            "m3 kept others link to it",
                            "m4 kept something new belongs to it");
            JsonNode after = sandbox.dump();
            club.succeed("delta");
            assertThat(sandbox.dump()).isEqualTo(after);
        }
    }

    @Test
    void a_record_that_somebody_deleted_is_not_made_again() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = club(sandbox, "");
            club.prepare();
            club.succeed("run");
            PersonAtWork.withOurToken(sandbox).delete("v2/deals/" + id(sandbox, "deals", "title", "Title 4"));
            club.rows.get("matters").get("t4").put("title", "Title 4 changed");
            club.rows.get("matters").get("t5").put("title", "Title 5 changed");
            club.export();
            Told told = Told.by(club.succeed("delta", "--output", "json"));
            assertThat(all(sandbox, "deals", "title")).hasSize(5).contains("Title 5 changed");
            assertThat(told.section("Which were kept as people made them"))
                    .containsExactly(Map.of("Mapping", "matter-to-deal", "Key", "t4", "Fields", "deleted-by-people"));
        }
    }

    @Test
    void a_value_nobody_signed_is_set_aside_until_somebody_signs_it() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = club(sandbox, "");
            club.rows.get("matters").get("t1").put("kind", "odd");
            club.export();
            Told plan = Told.by(club.run("plan", "--output", "json"));
            assertThat(plan.section("Values that no mapping lists"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("Such as", "odd"));
            club.prepare();
            club.succeed("run");
            assertThat(sandbox.dump().path("deals").toString()).contains("\"odd\"");

            club.rows.get("matters").get("t2").put("kind", "odd");
            club.rows.get("matters").get("t3").put("kind", "odder");
            club.rows.get("matters").get("t4").put("kind", "b");
            club.export();
            Program.Ended delta = club.run("delta");
            assertThat(delta.code()).isEqualTo(2);
            assertThat(delta.out()).contains("value-unseen").doesNotContain("odder");
            assertThat(sandbox.dump().path("deals").toString()).contains("Beta").doesNotContain("odder");

            assertThat(club.run("quarantine", "replay").code()).isEqualTo(2);
            assertThat(Told.by(club.run("plan", "--output", "json")).section("Values that no mapping lists"))
                    .singleElement()
                    .satisfies(row -> assertThat(row).containsEntry("Such as", "odder"));
            club.succeed("approve", "--as", "mapping", "--by", "Test Person");
            club.succeed("quarantine", "replay");
            assertThat(sandbox.dump().path("deals").toString()).contains("odder");
        }
    }

    @Test
    void a_killed_delta_and_a_killed_window_go_on_to_the_same_end() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = club(sandbox, "");
            club.prepare();
            club.succeed("run");
            club.rows.get("members").values().forEach(row -> row.put("town", "Elsewhere"));
            club.export();
            club.start("delta", "--for", "12s", "--every", "2s").killAfter(3, sandbox);
            Told told = Told.by(club.run("delta", "--for", "48h", "--every", "2s", "--output", "json"));
            assertThat(told.section("Deltas of the window")).isNotEmpty();
            assertThat(sandbox.dump().path("persons").findValuesAsText("name")).hasSize(6);
            assertThat(sandbox.dump().path("persons").toString().split("Elsewhere", -1))
                    .hasSize(7);
        }
    }
}
