package io.dragoman.app;

import io.dragoman.run.Stop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The law office of the test resources, folder kinds, with some more records: sixty in all, of every kind, two of them one
 * person, one who is in the account already, files with the same bytes, a note of several parts, and some that cannot
 * travel. The export lies there twice, as it was and as it is some days later.
 */
final class FaultOffice {
    private static final Path KINDS = Path.of("src", "test", "resources", "kinds");

    private final Path home;
    private final Path before;
    private final Path after;

    private FaultOffice(Path folder) {
        home = folder.resolve("home");
        before = folder.resolve("export-before");
        after = folder.resolve("export-after");
    }

    static FaultOffice open(Path folder) {
        try {
            FaultOffice office = new FaultOffice(folder);
            office.makeHome();
            copy(KINDS.resolve("export"), office.before);
            office.addRecords();
            copy(office.before, office.after);
            office.liveOn();
            return office;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Launch launch() {
        return new Launch(Map.of(), home, new Stop());
    }

    /** @param later whether as it is some days later */
    Path export(boolean later) {
        return later ? after : before;
    }

    private void makeHome() throws IOException {
        copy(Path.of("routes"), home.resolve("routes"));
        Path system = Files.createDirectories(home.resolve("routes/systems/chambers"));
        Files.copy(KINDS.resolve("layout.yaml"), system.resolve("layout.yaml"));
        Files.writeString(
                system.resolve("chambers.camel.yaml"),
                Files.readString(Path.of("routes/systems/dentrix/dentrix.camel.yaml"))
                        .replace("dentrix", "chambers"));
        Path mappings = Files.createDirectories(home.resolve("mappings"));
        for (String schema : new String[] {"mapping.schema.json", "migration.schema.json"}) {
            Files.copy(Path.of("mappings", schema), mappings.resolve(schema));
        }
        copy(KINDS.resolve("mappings"), mappings.resolve("chambers"));
        change(
                mappings.resolve("chambers/contact-to-person.yaml"),
                "kept-in: { field: Source_Person_ID__c }",
                "kept-in: { field: Source_Person_ID__c }, same-as: [[name, email]],"
                        + " existing: { same-as: [[emails, name]], then: fill-empty }");
    }

    private void addRecords() throws IOException {
        add("firms.csv", "5,Harbour Example Ltd,\"5 Quay Road, Tulsa, OK 74101\",2015-01-02,C2");
        add(
                "contacts.csv",
                "7,Flo Example,flo@example.org,918-555-0107,2019-03-15 09:15:00,4", // the same as 6
                "8,Gil Example,gil@example.org,918-555-0108,2019-03-16 09:15:00,5",
                "9,Hal Example,hal@example.org,918-555-0109,2019-03-17 09:15:00,5");
        add("matters.csv", "5,Lost anchor,90.00,Opened,,,,,Creek County,8,5,C1");
        add("parties.csv", "5,5,9", "6,99,1"); // nobody has heard of matter 99
        add("meetings.csv", "5,Second talk,2021-04-05 10:00:00,30,Short.,8,5,");
        add("guests.csv", "6,5,9");
        add("inquiries.csv", "4,A deed,12.00,u,,,,,,,,,Web,,,,,,C1,9,");
        add(
                "papers.csv",
                "6,papers/more/card.txt,2,,,,",
                "7,papers/gone.txt,1,,,,"); // one with a twin, one that is not there
        Files.createDirectories(before.resolve("papers/more"));
        Files.copy(before.resolve("papers/card.txt"), before.resolve("papers/more/card.txt"));
        change(
                before.resolve("memos.csv"),
                "A LONG TALK",
                "A paragraph of a long talk.\n\n".repeat(4000).strip());
    }

    /** One record of each kind changes, some come, some go. */
    private void liveOn() throws IOException {
        change(after.resolve("firms.csv"), "2 Quay Road", "22 Quay Road");
        change(after.resolve("ties.csv"), "4,knows", "4,owns");
        change(after.resolve("contacts.csv"), "gil@example.org", "gilbert@example.org");
        change(after.resolve("contacts.csv"), "918-555-0101", "918-555-0191");
        change(after.resolve("services.csv"), "340.50", "350.00");
        change(after.resolve("matters.csv"), "Out of time", "Settled");
        change(after.resolve("parties.csv"), "4,4,6\n", "4,4,6\n7,3,1\n");
        change(after.resolve("bill_lines.csv"), "At half the fee", "At the fee");
        change(after.resolve("inquiries.csv"), "Wages of a crew,,p,", "Wages of a crew,,u,");
        change(after.resolve("guests.csv"), "5,4,6\n", "5,4,2\n");
        change(after.resolve("memos.csv"), "Prefers letters.", "Prefers to be called.");
        change(after.resolve("memos.csv"), "A paragraph of a long talk.\n\n".repeat(2000), "");
        change(
                after.resolve("memos.csv"),
                "Second paragraph",
                "Another paragraph.\n\n".repeat(5500) + "Last paragraph");
        change(
                after.resolve("bill_lines.csv"),
                "1,1,1,120.00,2,First talk\n",
                "1,1,1,120.00,2,First talk\n5,1,2,10.00,1,Second talk\n");
        change(after.resolve("papers.csv"), "papers/lease.txt", "papers/lease-2.txt");
        change(after.resolve("ties.csv"), "3,owns,1,4\n", "");
        change(after.resolve("parties.csv"), "2,1,3\n", "");
        change(after.resolve("papers.csv"), "4,papers/letter.txt,,,,,1\n", "");
        Files.writeString(after.resolve("papers/minutes.txt"), "What was said, in better words.");
        Files.writeString(after.resolve("papers/gone.txt"), "Found again.");
        try (var out = Files.newBufferedWriter(after.resolve("contacts.csv"), StandardOpenOption.APPEND)) {
            out.write("10,Ida Example,ida@example.org,918-555-0110,2019-03-18 09:15:00,5\n");
        }
    }

    private void add(String file, String... rows) throws IOException {
        Path path = before.resolve(file);
        String text = Files.readString(path);
        Files.writeString(path, (text.endsWith("\n") ? text : text + "\n") + String.join("\n", rows) + "\n");
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalStateException(file.getFileName() + " lacks what is to change");
        }
        Files.writeString(file, text.replace(from, to));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path copied = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(one, copied, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
