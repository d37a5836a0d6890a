package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.dragoman.contract.ContractWitness;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demos as packaged, with a witness beside it: what it asks its own sandbox is held against the contract as well. */
class DemoIT {
    @TempDir
    Path folder;

    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"dentrix, D, 12", "backdocket, B, 11", "cliniko, C, 10"})
    void each_demo_goes_through_shows_every_row_and_keeps_the_contract(String source, String letter, int rows)
            throws Exception {
        Path journal = folder.resolve("journal.jsonl");
        Path told = folder.resolve("told.txt");
        Path tests = Path.of(ContractWitness.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Process demo = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-D" + ContractWitness.JOURNAL + "=" + journal,
                        "-Ddragoman.home=" + OwnHome.in(home),
                        "-cp",
                        Path.of("target", "dragoman.jar").toAbsolutePath() + File.pathSeparator + tests,
                        "io.dragoman.app.Dragoman",
                        "demo",
                        "--source",
                        source))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();

        assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(demo.exitValue())
                .as(Files.readString(told, StandardCharsets.UTF_8))
                .isIn(0, 2);
        String all = Files.readString(told, StandardCharsets.UTF_8);
        assertThat(all).contains("The second run wrote 0. After the rollback the account is as it was before.");
        for (int row = 1; row <= rows; row++) {
            assertThat(all).containsPattern("(?m)^  " + letter + row + " .* [1-9][0-9]*$");
        }
        assertThat(ContractWitness.readBack(journal)).isGreaterThan(500);
    }
}
