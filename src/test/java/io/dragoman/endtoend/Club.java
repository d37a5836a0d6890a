package io.dragoman.endtoend;

import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A source small enough to be thrown about at random: members with a name, a telephone number, a town and points, and their
 * matters with a title, an amount and a day. Points and days are the source's, whatever people do; all else is people's.
 *
 * <pre>
 * home/routes/systems/club/    its layout and staging route, beside the product's own routes
 * home/mappings/club/          member-to-person, matter-to-deal
 * export/members.csv matters.csv
 * migration.yaml
 * </pre>
 */
final class Club {
    /** Columns of both files, the key first. */
    static final Map<String, List<String>> COLUMNS = Map.of(
            "members", List.of("member_id", "name", "phone", "town", "points"),
            "matters", List.of("matter_id", "member_id", "title", "amount", "day", "kind"));

    private static final String LAYOUT = """
            system: club
            layout: club-csv/1
            files:
              member:
                file: members.csv
                required: true
                key: member_id
                columns: { member_id: id, name: string required, phone: string, town: string, points: string }
              matter:
                file: matters.csv
                required: true
                key: matter_id
                columns: { matter_id: id, member_id: id -> member.member_id, title: string, amount: dec, day: date, kind: string }
            """;

    private static final String MEMBER = """
            title: Members become People
            from: club.member
            to: pipedrive.person
            identity: { lineage: member_id, kept-in: { field: Source_Member_ID__c } }
            fields:
              name: { from: name, phi: none }
              phones: { from: phone, phi: none }
            custom-fields:
              Town: { type: text, from: town, phi: none }
              Points: { type: text, from: points, phi: none, wins: source }
            """;

    private static final String MATTER = """
            title: Matters become Deals
            from: club.matter
            to: pipedrive.deal
            identity: { lineage: matter_id, kept-in: { field: Source_Matter_ID__c } }
            fields:
              title: { from: title, phi: none }
              value: { from: amount, as: [money], phi: none }
              expected_close_date: { from: day, as: [date], phi: none, wins: source }
            custom-fields:
              Kind: { type: text, from: kind, as: [{ values: { table: { a: Alpha, b: Beta }, if-unknown: keep } }], phi: none }
            links:
              person: { from: member_id, through: member-to-person, if-missing: quarantine }
            """;

    private final Path folder;
    private final Sandbox sandbox;

    /** Rows by file and key, each with its cells by column. */
    final Map<String, Map<String, Map<String, String>>> rows = new TreeMap<>();

    private Club(Path folder, Sandbox sandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
        COLUMNS.keySet().forEach(file -> rows.put(file, new TreeMap<>()));
    }

    /** @param settings more of the migration file */
    static Club open(Path folder, Sandbox sandbox, String settings) throws IOException {
        Club club = new Club(folder, sandbox);
        OwnHome.copy(Path.of("routes"), folder.resolve("home/routes"));
        Path system = Files.createDirectories(folder.resolve("home/routes/systems/club"));
        Files.writeString(system.resolve("layout.yaml"), LAYOUT);
        Files.writeString(
                system.resolve("club.camel.yaml"),
                Files.readString(Path.of("routes/systems/dentrix/dentrix.camel.yaml"))
                        .replace("dentrix", "club"));
        OwnHome.copy(Path.of("mappings"), folder.resolve("home/mappings"));
        Path mappings = Files.createDirectories(folder.resolve("home/mappings/club"));
        Files.writeString(mappings.resolve("member-to-person.yaml"), MEMBER);
        Files.writeString(mappings.resolve("matter-to-deal.yaml"), MATTER);
        Files.createDirectories(folder.resolve("export"));
        club.settings(settings);
        return club;
    }

    /** Writes the migration file. */
    void settings(String more) throws IOException {
        Files.writeString(folder.resolve("migration.yaml"), """
                migration: club
                mappings: club
                source: { system: club, channel: csv, folder: export, complete: true }
                target:
                  system: pipedrive
                  base-url: %s
                  token: ${env:SANDBOX_TOKEN}
                  plan: unlimited
                  answer-within: 10
                ledger: jdbc:hsqldb:file:data/club/ledger
                overrides: { waive: [sample-missing] }
                %s
                """.formatted(sandbox.baseUrl(), more));
    }

    /** A row with its cells in the order of the columns. */
    void row(String file, String... cells) {
        Map<String, String> row = new TreeMap<>();
        for (int i = 0; i < cells.length; i++) {
            row.put(COLUMNS.getOrDefault(file, List.of()).get(i), cells[i]);
        }
        rows.get(file).put(cells[0], row);
    }

    /** Writes the export as the rows are now. */
    Club export() throws IOException {
        for (Map.Entry<String, List<String>> file : COLUMNS.entrySet()) {
            StringBuilder text = new StringBuilder(String.join(",", file.getValue())).append('\n');
            for (Map<String, String> row :
                    rows.getOrDefault(file.getKey(), Map.of()).values()) {
                text.append(String.join(
                                ",",
                                file.getValue().stream()
                                        .map(column -> row.getOrDefault(column, ""))
                                        .toList()))
                        .append('\n');
            }
            Files.writeString(folder.resolve("export/" + file.getKey() + ".csv"), text);
        }
        return this;
    }

    void prepare() throws IOException, InterruptedException {
        succeed("approve", "--as", "mapping", "--by", "Test Person");
        succeed("prepare");
    }

    Program.Ended succeed(String verb, String... more) throws IOException, InterruptedException {
        return program().succeed(arguments(verb, more));
    }

    Program.Ended run(String verb, String... more) throws IOException, InterruptedException {
        return program().run(arguments(verb, more));
    }

    Program.Running start(String verb, String... more) throws IOException {
        return program().start(arguments(verb, more));
    }

    private Program program() {
        return new Program(folder, Map.of("SANDBOX_TOKEN", sandbox.token()), folder.resolve("home"));
    }

    private String[] arguments(String verb, String... more) {
        List<String> all = new ArrayList<>();
        all.add(verb);
        all.addAll(List.of(more));
        all.addAll(List.of("--migration", folder.resolve("migration.yaml").toString()));
        return all.toArray(String[]::new);
    }
}
