package io.dragoman.staging;

import io.dragoman.model.Drawn;
import io.dragoman.model.Identity;
import io.dragoman.model.Mapping;
import io.dragoman.model.Mapping.Gather;
import io.dragoman.model.Place;
import io.dragoman.model.Reading;
import io.dragoman.model.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A source system small enough to be drawn in a test: people, their notes, and a list of words. */
final class Clinic implements AutoCloseable {
    static final String LAYOUT = """
            system: clinic
            layout: clinic-csv/1
            empty-dates: [1900-01-01, 9999-12-31]
            known-codes: word.code
            circles: { person.guarantor: reference-circle, person.survivor: duplicate-circle }
            files:
              person:
                file: people.csv
                required: true
                key: id
                columns:
                  id: id
                  name: string required
                  email: email
                  phone: phone
                  born: date
                  seen_at: datetime
                  guarantor: id -> person.id
                  survivor: id -> person.id
                  owed: dec
                  kind: code in new old
                  active: bool
              note:
                file: notes.csv
                key: [person, number]
                columns:
                  person: id -> person.id
                  number: int
                  text: text
                  day: date
                  kind: code in call visit
              word:
                file: words.csv
                key: code
                columns:
                  code: string
              gone:
                file: deletions.csv
                key: [file, key]
                columns: { file: string, key: string, deleted_at: datetime }
            views:
              debt: { of: person, key: guarantor, types: { total: dec } }
            modified: { person: seen_at }
            deletions: gone
            people: { person: { name: name, born: born, emails: email, phones: phone } }
            """;
    static final String DEBT =
            "SELECT guarantor, money_sum(owed) AS total FROM person WHERE guarantor IS NOT NULL GROUP BY guarantor";
    static final String CHECK = """
            -- stop owes-much: These people owe a lot. Talk to them.
            SELECT id AS key, _row AS row FROM person WHERE owed = '999.00'
            """;

    final Staging staging;
    private boolean stopped;

    Clinic(Path work) {
        staging = Staging.open(work.resolve("work/staging.db"), Layouts.read(system(work)), () -> stopped);
    }

    static Path system(Path work) {
        try {
            Files.createDirectories(work.resolve("clinic/views"));
            Files.createDirectories(work.resolve("clinic/checks"));
            Files.writeString(work.resolve("clinic/layout.yaml"), LAYOUT);
            Files.writeString(work.resolve("clinic/views/debt.sql"), DEBT);
            Files.writeString(work.resolve("clinic/checks/owes-much.sql"), CHECK);
            return work.resolve("clinic");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Stages rows drawn as a table: the header names columns, cells stand between bars. */
    Clinic rows(String object, String table) {
        List<List<String>> rows = table.lines().map(Clinic::cells).toList();
        try (Loader loader = staging.loader(object, rows.get(0))) {
            for (int i = 1; i < rows.size(); i++) {
                loader.add(rows.get(i).toArray(String[]::new), i, i + 1);
            }
        }
        return this;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    }

    /** What follows comes from a later export, which holds only what changed. */
    Clinic later() {
        staging.laterExport();
        return this;
    }

    Clinic finished() {
        staging.finish();
        return this;
    }

    void stop() {
        stopped = true;
    }

    List<SourceRecord> leaders(Reading reading) {
        return all(staging.read(reading, Pass.LEADERS));
    }

    List<SourceRecord> joined(Reading reading) {
        return all(staging.read(reading, Pass.JOINED));
    }

    List<StagedProblem> problems(Reading reading) {
        return all(staging.problems(reading));
    }

    /** Every fate of the object's rows as short text: {@code 1}, {@code 2>1} for joined, {@code 3!code} for set aside. */
    List<String> fates(Reading reading) {
        List<String> fates = new ArrayList<>();
        leaders(reading).forEach(r -> fates.add(r.key()));
        joined(reading).forEach(r -> fates.add(r.key() + ">" + r.joins()));
        problems(reading).forEach(p -> fates.add(p.key() + "!" + p.problem().code()));
        return fates;
    }

    Finding finding(String code) {
        return staging.findings().stream()
                .filter(f -> f.problem().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no finding " + code + " in " + staging.findings()));
    }

    private static <T> List<T> all(Iterator<T> iterator) {
        List<T> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }

    /** People known by their id, with these columns. */
    static Reading people(String... columns) {
        return people(new Identity(List.of("id"), null, "", null, List.of(), null), columns);
    }

    static Reading people(Identity identity, String... columns) {
        Set<String> wanted = new LinkedHashSet<>(List.of(columns));
        wanted.add("id");
        return reading("person", identity, wanted, List.of(), List.of());
    }

    static Identity same(@Nullable String survivor, @Nullable String askWithin, String... sameAs) {
        List<List<String>> sets =
                Arrays.stream(sameAs).map(set -> List.of(set.split(" "))).toList();
        return new Identity(List.of("id"), null, "", survivor, sets, askWithin);
    }

    static Reading reading(
            String object, Identity identity, Set<String> columns, List<Gather> gathers, List<Set<String>> wanted) {
        Mapping mapping = new Mapping(
                "a-mapping",
                "A mapping",
                "clinic." + object,
                "pipedrive.person",
                "",
                identity,
                List.of(),
                gathers,
                List.of(),
                null,
                Map.of(),
                List.of(),
                List.of(),
                Drawn.NOTHING,
                Map.of(),
                List.of(),
                Place.of("a-mapping.yaml"),
                "hash");
        return new Reading(mapping, columns, gathers, wanted);
    }

    @Override
    public void close() {
        staging.close();
    }
}
