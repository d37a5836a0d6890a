package io.dragoman.systems.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What we take a request to cost is what Pipedrive's description says. */
class PricesTest {
    private static final Path OFFICIAL =
            Path.of(System.getProperty("dragoman.reference", "../shared/reference"), "pipedrive", "token-costs.csv");

    @Test
    void our_prices_are_those_of_the_descriptions() throws IOException {
        assumeTrue(Files.isReadable(OFFICIAL), "no official prices at hand: set -Ddragoman.reference to their folder");
        Map<String, Integer> official = new HashMap<>();
        for (String row : Files.readAllLines(OFFICIAL)) {
            String[] cells = row.split(",", -1);
            if (cells[2].startsWith("/api/")) {
                official.put(cells[1] + " " + cells[2].replaceAll("\\{[^}]*}", "7"), Integer.valueOf(cells[4]));
            }
        }
        List<String> ours = new String(
                        Objects.requireNonNull(Costs.class.getResourceAsStream("costs.csv"))
                                .readAllBytes(),
                        StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(",/"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(50).allSatisfy(line -> {
            String[] cells = line.split(",", -1);
            String path = cells[1].replaceAll("\\{[^}]*}", "7");
            assertThat(official).containsEntry(cells[0] + " " + path, Integer.valueOf(cells[2]));
            assertThat(Costs.of(cells[0], path)).isEqualTo(Integer.parseInt(cells[2]));
        });
    }
}
