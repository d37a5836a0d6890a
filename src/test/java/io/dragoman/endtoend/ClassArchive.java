package io.dragoman.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes of the packaged program as Java keeps them in memory, made by one demo, so that the many starts of these
 * tests do not load and check each class again. Another jar gets another archive.
 */
final class ClassArchive {
    private ClassArchive() {}

    /** What to give Java to use the archive of this jar; it is made by the first who asks, in whichever process. */
    static List<String> options(List<String> java, Path jar) {
        try {
            Path archive = jar.resolveSibling(
                    "dragoman-" + Files.getLastModifiedTime(jar).toMillis() + ".jsa");
            try (FileChannel lock = FileChannel.open(
                            jar.resolveSibling("archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = lock.lock()) {
                if (held.isValid() && !Files.exists(archive)) {
                    make(java, jar, archive);
                }
            }
            return Files.exists(archive) ? List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds=off") : List.of();
        } catch (IOException e) {
            throw new AssertionError("no archive of the classes", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("stopped while the classes were archived", e);
        }
    }

    private static void make(List<String> java, Path jar, Path archive) throws IOException, InterruptedException {
        Path home = OwnHome.in(Files.createTempDirectory("archive"));
        List<String> command = new ArrayList<>(java);
        command.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:cds=off"));
        command.addAll(List.of("-Ddragoman.home=" + home, "-jar", jar.toString(), "demo"));
        File silence = Files.createTempFile("archive", ".txt").toFile();
        int code = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(silence)
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("the demo ended with " + code + ": " + Files.readString(silence.toPath()));
        }
    }
}
