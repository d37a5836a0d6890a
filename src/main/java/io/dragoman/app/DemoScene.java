package io.dragoman.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.mapping.YamlTree;
import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the demo of one source is about: {@code demo/<source>.yaml}.
 *
 * @param opening whom the demo moves, as the beginning of a sentence
 * @param name of the invented practice
 * @param system name of the source, for people
 * @param export folder beside the file
 * @param api system whose API answers out of the export; null when the export is files that are read
 * @param users e-mails of the account's users
 * @param sample records the sample may have at most
 * @param migration migration file without target and ledger; {@code {export}} stands for the demo's copy of the export, {@code {api}} for the address of the
 *     API and {@code {key}} for the file with its key
 * @param rows what is counted after the run
 * @param day what happens between the run and the delta
 */
record DemoScene(
        String opening,
        String name,
        String system,
        String export,
        @Nullable String api,
        List<String> users,
        int sample,
        String migration,
        List<Row> rows,
        Day day) {

    /**
     * One row of the source's table, and how its records are counted in the account.
     *
     * @param count kind of record, as the sandbox lists it
     * @param where custom fields of a choice with the labels that count; null when all do
     * @param filled custom fields of which one must hold something; null when none must
     * @param types keys of activity types that count; null when all do
     * @param matching keys with the pattern that their value has; null when all do
     * @param different key whose different values are counted instead of the records; null when records are
     */
    record Row(
            String row,
            String source,
            String target,
            String count,
            @Nullable Map<String, List<String>> where,
            @Nullable List<String> filled,
            @Nullable List<String> types,
            @Nullable Map<String, String> matching,
            @Nullable String different) {}

    /**
     * A day after the move.
     *
     * @param told the day in words
     * @param person who gets another number in the account
     * @param file of the export that changes
     * @param changes what stands in it afterwards, by what stood in it before; {@code {now}} is the moment of the change
     */
    record Day(String told, Person person, String file, Map<String, String> changes) {}

    /** Somebody in the account, known by e-mail, and their new number. */
    record Person(String email, String phone) {}

    /** @throws UserProblems when there is no demo of this source */
    static DemoScene of(String source, Home home) {
        Path folder = home.folder().resolve("demo");
        Path file = folder.resolve(source + ".yaml");
        if (!source.matches("[a-z]+") || source.startsWith("migration") || !Files.isRegularFile(file)) {
            throw new UserProblems(List.of(new Problem(
                    "demo-unknown", "--source", "there are demos of " + String.join(", ", sources(folder)) + ".")));
        }
        try {
            YamlTree tree = YamlTree.read(file.getFileName().toString(), Files.readString(file));
            if (!tree.problems().isEmpty()) {
                throw new UserProblems(tree.problems());
            }
            return new ObjectMapper().convertValue(tree.root(), DemoScene.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> sources(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("migration"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
