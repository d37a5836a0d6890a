package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Copies of routes, mappings and a migration file that were checked together, each in a folder named by its digest. Verbs of a service read
 * them instead of what people edit. Used by one thread for each file.
 */
final class Editions {
    private static final String CURRENT = "current";
    private static final String DRAFT = "draft";

    private final Path folder;
    private final Home home;

    /** @param folder where they are kept; made when absent */
    Editions(Path folder, Home home) {
        this.folder = folder;
        this.home = home;
    }

    /** One copy. @param file what it says, with paths as they were */
    record Copy(String id, Path folder, MigrationFile file) {}

    /**
     * Copies and checks the files as they are now. Nothing is kept of those that are wrong.
     *
     * @throws UserProblems with everything that is wrong
     * @throws RunProblem {@code edition-not-writable}
     */
    Copy accept(Path file) {
        Path draft = of(file).resolve(DRAFT);
        try {
            delete(draft);
            Files.createDirectories(draft);
            MigrationFile now = MigrationFileReader.read(file, home);
            copy(home.routes(), draft.resolve("routes"));
            copySchemas(draft.resolve("mappings"));
            copy(
                    now.mappings(),
                    draft.resolve("mappings").resolve(now.mappings().getFileName()));
            Files.copy(file, draft.resolve(file.getFileName()));
            String id = digest(draft);
            Path kept = of(file).resolve(id);
            if (!Files.isDirectory(kept)) {
                check(copy(id, draft, file));
                Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            Files.writeString(of(file).resolve(CURRENT), id);
            return copy(id, kept, file);
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    /** The copy that was accepted last. */
    Optional<Copy> last(Path file) {
        try {
            Path current = of(file).resolve(CURRENT);
            return Files.exists(current)
                    ? reopen(file, Files.readString(current).strip())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // as if there were none: the files as they are have to do
        }
    }

    Optional<Copy> reopen(Path file, String id) {
        Path kept = of(file).resolve(id);
        return id.matches("[0-9a-f]{16}") && Files.isDirectory(kept)
                ? Optional.of(copy(id, kept, file))
                : Optional.empty();
    }

    void keepOnly(Path file, Set<String> ids) {
        try (Stream<Path> kept = Files.list(of(file))) {
            for (Path one : kept.filter(Files::isDirectory).toList()) {
                if (!ids.contains(one.getFileName().toString())) {
                    delete(one);
                }
            }
        } catch (IOException e) {
            throw notWritable(e);
        }
    }

    private static void check(Copy copy) {
        Blueprint blueprint = Blueprint.read(new Home(copy.folder()), copy.file());
        RouteCheck.hold(copy.folder().resolve("routes"));
        List<Problem> failing = blueprint.failingExamples();
        if (!failing.isEmpty()) {
            throw new UserProblems(failing);
        }
    }

    private static Copy copy(String id, Path folder, Path file) {
        return new Copy(
                id, folder, MigrationFileReader.readCopy(folder.resolve(file.getFileName()), file, new Home(folder)));
    }

    private Path of(Path file) {
        return folder.resolve(Gatekeeper.sha256(file.toString()).substring(0, 16));
    }

    private void copySchemas(Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(home.mappings())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void delete(Path gone) throws IOException {
        if (!Files.exists(gone)) {
            return;
        }
        try (Stream<Path> files = Files.walk(gone)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String digest(Path draft) throws IOException {
        try (Stream<Path> files = Files.walk(draft)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                digest.update((draft.relativize(file) + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private RunProblem notWritable(IOException e) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem(
                        "edition-not-writable",
                        folder.toString(),
                        "the files cannot be copied there (" + e.getClass().getSimpleName()
                                + "). Free the disk or mend the rights."),
                e);
    }
}
