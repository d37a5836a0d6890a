package io.dragoman.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files with which the service is put on a machine hold to what they stand for. Nothing is built from them here. */
class ServiceFilesTest {
    private static final Set<String> INSTRUCTIONS = Set.of(
            "FROM",
            "RUN",
            "WORKDIR",
            "COPY",
            "ENV",
            "USER",
            "VOLUME",
            "STOPSIGNAL",
            "HEALTHCHECK",
            "ENTRYPOINT",
            "CMD");

    @Test
    void the_image_is_made_of_what_there_is_and_runs_as_nobody_in_particular() throws IOException {
        List<String> lines = Files.readString(Path.of("Dockerfile"))
                .replace("\\\n", " ")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(lines).allMatch(line -> INSTRUCTIONS.contains(line.split(" ")[0]));
        assertThat(lines.stream().filter(line -> line.startsWith("FROM")))
                .hasSize(2)
                .allMatch(line -> line.contains(":") && !line.contains(":latest"));
        assertThat(lines)
                .contains("USER dragoman", "STOPSIGNAL SIGTERM")
                .anyMatch(line -> line.startsWith("HEALTHCHECK"));
        assertThat(lines).noneMatch(line -> line.contains("TOKEN") || line.contains("ADD "));
        assertThat(copied(lines)).isNotEmpty().allMatch(Files::exists);
    }

    @Test
    void the_unit_waits_longer_than_a_stop_takes_and_takes_its_code_for_success() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/service/dragoman.service"));
        assertThat(lines)
                .contains("KillSignal=SIGTERM", "TimeoutStopSec=40", "SuccessExitStatus=143", "NoNewPrivileges=yes")
                .anyMatch(line -> line.matches("ExecStart=/\\S+/dragoman serve --folder /\\S+ --port [0-9]+"));
    }

    private static Stream<Path> copied(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> Path.of(line.split(" ")[1]));
    }
}
