package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An invented practice of any size, from the generator under {@code bench/}. */
final class Practice {
    private Practice() {}

    static Path generate(int patients, long seed, Path folder) throws IOException, InterruptedException {
        Process generator = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of("bench", "GeneratePractice.java").toString(),
                        "--patients",
                        String.valueOf(patients),
                        "--seed",
                        String.valueOf(seed),
                        "--out",
                        folder.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(generator.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(generator.exitValue()).isZero();
        return folder;
    }
}
