package io.dragoman.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dragoman.sandbox.Seen;
import io.dragoman.sandbox.Witness;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Hands every exchange of every sandbox of this process to the one trial; or, in a process that a test started, writes it as a line of JSON
 * to the file that the system property {@value #JOURNAL} names.
 */
public final class ContractWitness implements Witness {
    /** System property. */
    public static final String JOURNAL = "dragoman.test.journal";

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public void saw(Seen seen) {
        String journal = System.getProperty(JOURNAL);
        if (journal != null) {
            write(Path.of(journal), seen);
        } else if (Descriptions.atHand()) {
            Trial.OF_THIS_PROCESS.saw(seen);
        }
    }

    private static synchronized void write(Path journal, Seen seen) {
        try {
            Files.write(
                    journal,
                    List.of(JSON.writeValueAsString(seen)),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Hands what another process wrote to the trial of this one.
     *
     * @return how many exchanges there were
     */
    public static int readBack(Path journal) throws IOException {
        List<String> lines = Files.readAllLines(journal);
        for (String line : lines) {
            new ContractWitness().saw(JSON.readValue(line, Seen.class));
        }
        return lines.size();
    }
}
