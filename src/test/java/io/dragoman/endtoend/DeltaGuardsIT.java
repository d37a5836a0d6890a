package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.sandbox.Sandbox;
import io.dragoman.sandbox.SandboxSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports that a delta does not believe before somebody says so by name. */
class DeltaGuardsIT {
    private static final int MEMBERS = 12;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Club moved(Sandbox sandbox, String settings) throws Exception {
        Club club = Club.open(folder, sandbox, settings);
        for (int i = 1; i <= MEMBERS; i++) {
            club.row("members", "m" + i, "Name " + i, "+1918555010" + i, "Town", "1");
        }
        club.export();
        manifest("export", "\"exported_at\":\"2026-11-15T01:00:00Z\"");
        club.prepare();
        club.succeed("run");
        return club;
    }

    private void manifest(String export, String more) throws Exception {
        Files.writeString(
                Files.createDirectories(folder.resolve(export)).resolve("manifest.json"),
                "{\"layout\":\"club-csv/1\"," + more + ",\"files\":[]}");
    }

    private void migration(String from, String to) throws Exception {
        Path file = folder.resolve("migration.yaml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private static int people(Sandbox sandbox) {
        return sandbox.dump().path("persons").size();
    }

    @Test
    void so_many_deleted_at_once_stay_until_somebody_says_that_it_is_right() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = moved(sandbox, "deleted: delete");
            club.rows.get("members").keySet().retainAll(Set.of("m1"));
            club.export();
            Told told = Told.by(club.run("delta", "--output", "json"));
            assertThat(told.section("Which were deleted at the source"))
                    .hasSize(MEMBERS - 1)
                    .allSatisfy(row -> assertThat(row)
                            .containsEntry("What became of it", "kept")
                            .containsEntry("Why", "many-deleted"));
            assertThat(people(sandbox)).isEqualTo(MEMBERS);

            migration("[sample-missing]", "[sample-missing, many-deleted]");
            club.prepare();
            club.succeed("delta");
            assertThat(people(sandbox)).isOne();
        }
    }

    @Test
    void an_export_older_than_one_that_was_moved_is_refused_until_somebody_waives_it() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = moved(sandbox, "");
            manifest("export", "\"exported_at\":\"2026-11-14T01:00:00Z\"");
            for (String verb : List.of("run", "delta")) {
                Program.Ended ended = club.run(verb);
                assertThat(ended.code()).isEqualTo(3);
                assertThat(ended.err()).contains("export-older");
            }
            migration("[sample-missing]", "[sample-missing, export-older]");
            club.prepare();
            club.succeed("delta");
        }
    }

    @Test
    void what_changed_between_two_exports_is_not_passed_over() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.defaults())) {
            Club club = moved(sandbox, "");
            migration("complete: true", "complete: true, changes: changes");
            club.prepare();
            List<String> moments = new ArrayList<>();
            for (String since : List.of("2026-11-15T02:00:00Z", "2026-11-15T00:45:00Z")) {
                manifest(
                        "changes/monday",
                        "\"export\":\"changes\",\"exported_at\":\"2026-11-16T01:00:00Z\",\"changes_since\":\"" + since
                                + "\"");
                Files.writeString(
                        folder.resolve("changes/monday/members.csv"),
                        "member_id,name,phone,town,points\nm1,Name 1,+19185550101,Elsewhere,1\n");
                Program.Ended ended = club.run("delta");
                moments.add(ended.code() + (ended.all().contains("changes-gap") ? " changes-gap" : ""));
            }
            assertThat(moments).containsExactly("3 changes-gap", "0");
            assertThat(sandbox.dump().path("persons").toString()).contains("Elsewhere");
        }
    }
}
