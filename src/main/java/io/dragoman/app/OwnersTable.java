package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.ledger.Owners;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The owners as a CSV file that people fill in, and what they decided. */
final class OwnersTable {
    private final Owners owners;
    private final Catalogue catalogue;

    OwnersTable(Owners owners, Catalogue catalogue) {
        this.owners = owners;
        this.catalogue = catalogue;
    }

    /** Writes one line for each person of the source; {@code user_email} is empty where nobody is matched. */
    void write(Path file) {
        Map<String, String> emails = catalogue.users().stream()
                .collect(Collectors.toMap(Catalogue.User::id, Catalogue.User::email, (a, b) -> a));
        try (Writer out = Files.newBufferedWriter(file);
                CSVPrinter csv = new CSVPrinter(out, format().get())) {
            for (Owner owner : owners.all()) {
                boolean own = owner.state() == Owner.State.MATCHED || owner.state() == Owner.State.REASSIGNED;
                csv.printRecord(
                        owner.key(),
                        harmless(owner.name()),
                        harmless(owner.email()),
                        owner.state().name().toLowerCase(Locale.ROOT),
                        own ? emails.get(owner.user()) : "");
            }
        } catch (IOException e) {
            throw notUsable(file, e);
        }
    }

    /** A cell that a spreadsheet would take for a formula is marked as text; nobody reads these two back. */
    private static String harmless(String cell) {
        String plain = PlainText.of(cell);
        return plain.isEmpty() || "=+-@".indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
    }

    private static CSVFormat.Builder format() {
        return CSVFormat.DEFAULT
                .builder()
                .setHeader(OwnersFile.SOURCE_ID, "name", "source_email", "state", OwnersFile.USER_EMAIL);
    }

    /**
     * Takes the decisions of a file; lines without an e-mail decide nothing.
     *
     * @throws UserProblems with every line that names nobody of the source, or no active user
     */
    void take(Path file) {
        List<Problem> problems = new ArrayList<>();
        List<Owner> decided = new ArrayList<>();
        try {
            OwnersFile.read(file).forEach(line -> decide(line, problems).ifPresent(decided::add));
        } catch (IOException e) {
            throw notUsable(file, e);
        }
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
        decided.forEach(owners::put);
    }

    private Optional<Owner> decide(OwnersFile.Decision line, List<Problem> problems) {
        Optional<Owner> known = owners.find(line.sourceId());
        Optional<Catalogue.User> user = catalogue.users().stream()
                .filter(Catalogue.User::active)
                .filter(one -> one.email().equalsIgnoreCase(line.userEmail()))
                .findFirst();
        if (known.isEmpty()) {
            problems.add(new Problem("owner-unknown", line.place(), "the source has nobody with this source_id."));
        }
        if (user.isEmpty()) {
            problems.add(
                    new Problem("user-unknown", line.place(), "no active user of the account has this user_email."));
        }
        return known.isEmpty() || user.isEmpty()
                ? Optional.empty()
                : Optional.of(new Owner(
                        known.get().key(),
                        known.get().email(),
                        known.get().name(),
                        Owner.State.REASSIGNED,
                        user.get().id(),
                        known.get().history()));
    }

    private static RunProblem notUsable(Path file, IOException cause) {
        return new RunProblem(
                RunProblem.Ending.FAILED,
                new Problem("file-not-usable", file.toString(), "it cannot be read or written."),
                cause);
    }
}
