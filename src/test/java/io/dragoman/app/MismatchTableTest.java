package io.dragoman.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.model.TargetId;
import io.dragoman.run.Mismatch;
import io.dragoman.run.Mismatch.Sort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of mismatches, as a spreadsheet gets it. */
class MismatchTableTest {
    @Test
    void no_cell_is_a_formula_and_no_key_breaks_a_row(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("reports").resolve("mismatches.csv");
        try (MismatchTable table = MismatchTable.open(file)) {
            table.accept(new Mismatch(Sort.LOST, "a-to-b", "=1+1", new TargetId("-7")));
            table.accept(new Mismatch(Sort.EDITED, "a-to-b", "@x\r\n\"y\",z", null)
                    .about(List.of("+phone", "name"))
                    .told(Map.of("name", "Celia, then")));
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("lost,a-to-b,'=1+1,'-7,");
        assertThat(lines.get(2))
                .startsWith("edited,a-to-b,\"'@x  \"\"y\"\",z\",,\"'+phone, name\",\"name: Celia, then\",");
    }
}
