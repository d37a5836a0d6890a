package io.dragoman.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.sandbox.RecordedRequest;
import io.dragoman.sandbox.Sandbox;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run into an account that has people and companies already, a quarter of them the same as the source's. Larger with
 * {@code -Dmatching.existing=20000 -Dmatching.patients=5500}.
 */
class MatchingIT {
    private static final int EXISTING = Integer.getInteger("matching.existing", 400);
    private static final int PATIENTS = Integer.getInteger("matching.patients", 150);

    @TempDir
    Path folder;

    @Test
    void nobody_is_doubled_and_the_account_is_as_before_after_a_rollback() throws Exception {
        Path export = Practice.generate(PATIENTS, 11, folder.resolve("export"));
        try (Sandbox sandbox = Sandbox.start(Migration.account().withRecord(true))) {
            int people = same(export).size();
            seed(sandbox, export);
            JsonNode before = sandbox.dump();
            Migration migration = Migration.write(folder, export, sandbox, "unlimited", "");
            migration.prepare();

            Told plan = Told.by(migration.run("plan", "--output", "json"));
            assertThat(plan.count("Patients become People", "matched")).isEqualTo(people);
            JsonNode untouched = sandbox.dump();
            assertThat(untouched.path("persons")).isEqualTo(before.path("persons"));

            long seen = sandbox.stats().requests();
            Told run = Told.by(migration.run("run", "--output", "json"));
            assertThat(run.count("Patients become People", "matched")).isEqualTo(people);
            assertThat(run.count("Patients become People", "set aside")).isZero();
            assertThat(10 * lists(sandbox, seen)).isPositive().isLessThanOrEqualTo(500);
            assertThat(sandbox.dump().path("persons"))
                    .hasSize(before.path("persons").size() + (int) run.count("Patients become People", "created"));

            long requests = changes(sandbox);
            Told again = Told.by(migration.run("run", "--output", "json"));
            assertThat(again.total("matched") + again.total("created") + again.total("updated"))
                    .isZero();
            assertThat(changes(sandbox)).isEqualTo(requests);

            migration.succeed("rollback", "--yes");
            assertThat(sandbox.dump()).isEqualTo(before);
        }
    }

    /** Pages of people and organizations that were read whole, which nothing but matching does. */
    private static long lists(Sandbox sandbox, long after) {
        return sandbox.requests().stream()
                .filter(request -> request.number() > after && request.method().equals("GET"))
                .map(RecordedRequest::path)
                .filter(path -> path.startsWith("/api/v2/persons?") || path.startsWith("/api/v2/organizations?"))
                .filter(path -> !path.contains("updated_since") && !path.contains("ids="))
                .count();
    }

    private static long changes(Sandbox sandbox) {
        return sandbox.stats().writes().values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Patients whom the account has as well: one of each name, with an e-mail, a quarter of the existing. */
    static List<CSVRecord> same(Path export) throws Exception {
        List<CSVRecord> same = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (CSVRecord row : rows(export.resolve("patients.csv"))) {
            boolean alone = names.add(name(row));
            if (alone && same.size() < EXISTING / 4 && row.get("email").contains("@") && named(row)) {
                same.add(row);
            }
        }
        return same;
    }

    private static boolean named(CSVRecord row) {
        return row.get("duplicate_of_id").isEmpty()
                && !row.get("first_name").isEmpty()
                && !row.get("last_name").isEmpty();
    }

    static String name(CSVRecord row) {
        return row.get("first_name") + " " + row.get("last_name");
    }

    private static List<CSVRecord> rows(Path file) throws Exception {
        try (Reader in = Files.newBufferedReader(file);
                CSVParser csv = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(in)) {
            return csv.getRecords();
        }
    }

    private static void seed(Sandbox sandbox, Path export) throws Exception {
        ExistingAccount account = new ExistingAccount(sandbox);
        List<String> people = new ArrayList<>();
        for (CSVRecord row : same(export)) {
            people.add(
                    "{'name':" + ExistingAccount.quoted(name(row))
                            + ",'emails':[{'value':'old@example.net','label':'home',"
                            + "'primary':false},{'value':"
                            + ExistingAccount.quoted(row.get("email").strip().toUpperCase(Locale.ROOT))
                            + ",'label':'work','primary':true}],'phones':[{'value':'(555) 010 0199','label':'other','primary':true}]}");
        }
        while (people.size() < EXISTING * 3 / 4) {
            int number = people.size();
            people.add("{'name':'Someone Else" + number + "','emails':[{'value':'else" + number + "@example.net'}]}");
        }
        account.makeAll("persons", people);
        List<String> companies = new ArrayList<>();
        Set<String> employers = new HashSet<>();
        for (CSVRecord row : rows(export.resolve("employers.csv"))) {
            if (employers.size() < EXISTING / 16
                    && employers.add(row.get("name").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))) {
                companies.add(
                        "{'name':" + ExistingAccount.quoted(row.get("name").toUpperCase(Locale.ROOT))
                                + ",'address':{'value':'1 Old Road, Elsewhere','locality':'Elsewhere'}}");
            }
        }
        while (companies.size() < EXISTING / 4) {
            companies.add("{'name':'Company " + companies.size() + "'}");
        }
        account.makeAll("organizations", companies);
    }
}
