package io.dragoman.endtoend;

import static io.dragoman.endtoend.ReconcileIT.mismatches;
import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of every kind there is, as people leave them. */
class ReconcileKindsIT {
    @Test
    void every_kind_is_compared_and_what_is_archived_is_not_missing(@TempDir Path folder) throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            Migration migration = Chambers.open(folder, sandbox).migration();
            migration.prepare();
            migration.succeed("run");
            migration.succeed("reconcile");

            PersonAtWork celia = PersonAtWork.of(sandbox, 3);
            celia.change("v2/deals/" + celia.first("deals"), "{'is_archived':true}");
            celia.change("v1/leads/" + celia.first("leads"), "{'is_archived':true}");
            celia.change("v2/activities/" + celia.first("activities"), "{'subject':'Another'}");
            celia.change("v1/files/" + celia.first("files"), "name=another.pdf");
            Told told = Told.by(migration.run("reconcile", "--output", "json"));
            assertThat(mismatches(told)).containsOnly(Map.entry("edited", "4"));
            assertThat(fields(told, "edited"))
                    .containsExactlyInAnyOrder("is_archived", "is_archived", "subject", "name");

            celia.delete("v1/organizationRelationships/" + celia.first("organizationRelationships"));
            String participant =
                    celia.record("participants", 0).path("related_item_id").asText() + "/participants/"
                            + celia.first("participants");
            celia.delete("v1/deals/" + participant);
            celia.delete("v1/notes/" + celia.first("notes"));
            celia.delete("v1/files/" + celia.record("files", 1).path("id").asText());
            Map<String, String> found = mismatches(Told.by(migration.run("reconcile", "--output", "json")));
            assertThat(found).containsOnly(Map.entry("edited", "4"), Map.entry("deleted", "4"));

            migration.run("reconcile", "--recreate");
            assertThat(mismatches(Told.by(migration.run("reconcile", "--output", "json"))))
                    .containsOnly(Map.entry("edited", "4"));
        }
    }

    private static List<String> fields(Told told, String sort) {
        return told.section("The first of: " + sort).stream()
                .map(row -> row.get("Fields"))
                .toList();
    }
}
