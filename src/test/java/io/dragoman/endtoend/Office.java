package io.dragoman.endtoend;

import io.dragoman.app.InService;
import io.dragoman.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A source that no system has: clients, and documents whose rows name files.
 *
 * <pre>
 * home/routes/systems/office/     its layout and staging route, beside the product's own routes
 * home/mappings/office/           client-to-person, document-to-file
 * export/clients.csv documents.csv files/
 * migration.yaml
 * </pre>
 */
final class Office {
    private static final String LAYOUT = """
            system: office
            layout: office-csv/1
            files:
              client:
                file: clients.csv
                required: true
                key: client_id
                columns: { client_id: id, name: string required }
              document:
                file: documents.csv
                required: true
                key: document_id
                columns: { document_id: id, client_id: id -> client.client_id, title: string, path: string required }
            """;

    private static final String CLIENT = """
            title: Clients become People
            from: office.client
            to: pipedrive.person
            identity: { lineage: client_id, kept-in: { field: Source_Client_ID__c } }
            fields:
              name: { from: name, phi: identity }
            """;

    private static final String DOCUMENT = """
            title: Documents become Files
            from: office.document
            to: pipedrive.file
            identity: { lineage: document_id }
            fields:
              content: { from: path, phi: contact, if-missing: quarantine }
              name: { from: title, phi: contact }
            links:
              person: { from: client_id, through: client-to-person, if-missing: quarantine }
            examples:
              - it: moves a document to its client
                given: { document_id: "1", client_id: "7", title: Plan, path: files/plan.pdf }
                linked: { client-to-person: { "7": 70 } }
                expect: { content: files/plan.pdf, name: Plan, person: 70 }
            """;

    private final Path folder;
    private final Sandbox sandbox;
    private final List<String> documents = new ArrayList<>();

    private Office(Path folder, Sandbox sandbox) {
        this.folder = folder;
        this.sandbox = sandbox;
    }

    /** An office with clients 1 to 9 and no document yet. */
    static Office open(Path folder, Sandbox sandbox) throws IOException {
        Office office = new Office(folder, sandbox);
        OwnHome.copy(Path.of("routes"), folder.resolve("home/routes"));
        Path system = Files.createDirectories(folder.resolve("home/routes/systems/office"));
        Files.writeString(system.resolve("layout.yaml"), LAYOUT);
        Files.writeString(
                system.resolve("office.camel.yaml"),
                Files.readString(Path.of("routes/systems/dentrix/dentrix.camel.yaml"))
                        .replace("dentrix", "office"));
        OwnHome.copy(Path.of("mappings"), folder.resolve("home/mappings"));
        Path mappings = Files.createDirectories(folder.resolve("home/mappings/office"));
        Files.writeString(mappings.resolve("client-to-person.yaml"), CLIENT);
        Files.writeString(mappings.resolve("document-to-file.yaml"), DOCUMENT);
        Files.createDirectories(folder.resolve("export/files"));
        StringBuilder clients = new StringBuilder("client_id,name\n");
        for (int i = 1; i <= 9; i++) {
            clients.append(i).append(",Client Example ").append(i).append('\n');
        }
        Files.writeString(folder.resolve("export/clients.csv"), clients);
        office.settings("");
        return office;
    }

    /** Writes the migration file. */
    void settings(String fileHosts) throws IOException {
        Files.writeString(folder.resolve("migration.yaml"), """
                migration: office
                mappings: office
                source: { system: office, channel: csv, folder: export, file-hosts: [%s] }
                target:
                  system: pipedrive
                  base-url: %s
                  token: ${env:SANDBOX_TOKEN}
                  plan: unlimited
                  answer-within: 10
                ledger: jdbc:hsqldb:file:data/office/ledger
                overrides: { waive: [sample-missing] }
                """.formatted(fileHosts, sandbox.baseUrl()));
    }

    Path file(String path) {
        return folder.resolve("export").resolve(path);
    }

    /** A file of any size, other bytes for every seed. */
    void write(String path, long size, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file(path))) {
            for (long left = size; left > 0; left -= piece.length) {
                random.nextBytes(piece);
                out.write(piece, 0, (int) Math.min(left, piece.length));
            }
        }
    }

    void write(String path, String text) throws IOException {
        Files.writeString(file(path), text);
    }

    /** A row that names a file. */
    void document(String id, String client, String title, String path) throws IOException {
        documents.add(String.join(",", id, client, title, path));
        save();
    }

    /** Takes rows out of the export, and puts others in. */
    void save() throws IOException {
        Files.writeString(
                file("documents.csv"), "document_id,client_id,title,path\n" + String.join("\n", documents) + "\n");
    }

    Program program() {
        return new Program(folder, Map.of("SANDBOX_TOKEN", sandbox.token()), folder.resolve("home"));
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

    /** What opens the port of a service that is started here. */
    static final String SERVICE_TOKEN = "a-token-of-the-tests-only";

    /** A service of this office within the tests' process. */
    InService serve() {
        return InService.start(serviceEnvironment(), folder.resolve("home"), "--folder", folder.toString());
    }

    /** The same in a process of its own. @param java options for it */
    Program.Running startService(String java) throws IOException {
        Map<String, String> environment = new HashMap<>(serviceEnvironment());
        environment.put("JDK_JAVA_OPTIONS", java);
        return new Program(folder, environment, folder.resolve("home"))
                .start("serve", "--port", "0", "--folder", folder.toString());
    }

    private Map<String, String> serviceEnvironment() {
        return Map.of("SANDBOX_TOKEN", sandbox.token(), "DRAGOMAN_SERVICE_TOKEN", SERVICE_TOKEN);
    }

    /** A mapping file, to be edited. */
    Path mapping(String name) {
        return folder.resolve("home/mappings/office").resolve(name + ".yaml");
    }

    Path migrationFile() {
        return folder.resolve("migration.yaml");
    }

    void prepare() throws IOException, InterruptedException {
        succeed("approve", "--as", "mapping", "--by", "Test Person");
        succeed("prepare");
    }

    private String[] arguments(String verb, String... more) {
        List<String> all = new ArrayList<>();
        all.add(verb);
        all.addAll(List.of(more));
        all.addAll(List.of("--migration", folder.resolve("migration.yaml").toString()));
        return all.toArray(String[]::new);
    }
}
