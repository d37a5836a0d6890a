package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.Sandbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files, from the rows that name them into the account and back, by the packaged program in its 256 MB. */
class FilesIT {
    @TempDir
    Path folder;

    @Test
    void three_hundred_megabytes_go_through_a_heap_of_256() throws Exception {
        try (Sandbox sandbox = Sandbox.start(Migration.account())) {
            JsonNode before = sandbox.dump();
            Office office = Office.open(folder, sandbox);
            long[] sizes = {
                49_000_000, 45_000_000, 45_000_000, 40_000_000, 40_000_000, 30_000_000, 30_000_000, 20_000_000
            };
            for (int i = 0; i < sizes.length; i++) {
                office.write("files/large-" + i + ".bin", sizes[i], i);
                office.document("large-" + i, "1", "", "files/large-" + i + ".bin");
            }
            for (int i = 0; i < 20; i++) {
                office.write("files/small-" + i + ".bin", 100_000 + i, 100 + i);
                office.document("small-" + i, "2", "", "files/small-" + i + ".bin");
            }
            office.prepare();
            office.succeed("run");
            assertThat(files(sandbox)).hasSize(28);
            assertThat(files(sandbox).stream()
                            .mapToLong(file -> file.path("file_size").asLong())
                            .sum())
                    .isGreaterThan(300_000_000);
            office.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    private static List<JsonNode> files(Sandbox sandbox) {
        List<JsonNode> files = new ArrayList<>();
        sandbox.dump().path("files").forEach(files::add);
        return files;
    }
}
