package io.dragoman.ledger;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where a ledger lies: {@code jdbc:hsqldb:file:/absolute/path} or {@code jdbc:postgresql://host/database}.
 *
 * @param url without a password; anything but the two forms above is refused with {@code ledger-address-wrong}
 * @param user of the database; {@code SA} is usual for HSQLDB
 * @param password may be empty; never shown
 */
public record LedgerAddress(String url, String user, String password) {
    private static final String FILE = "jdbc:hsqldb:file:";
    private static final String SERVER = "jdbc:postgresql:";

    /**
     * Every commit reaches the disk, readers do not wait for the writer, rows live on disk instead of in memory, and
     * keys that differ by a trailing blank are two keys, as in PostgreSQL. Checkpoints are ours, and the file is not mapped
     * into memory, where a full disk would end the process instead of failing a write.
     */
    private static final String FILE_OPTIONS = ";hsqldb.write_delay=false;hsqldb.tx=mvcc;hsqldb.tx_level=read_committed"
            + ";hsqldb.default_table_type=cached;sql.pad_space=false;hsqldb.log_size=0;hsqldb.nio_data_file=false";

    public LedgerAddress {
        if (!url.startsWith(FILE) && !url.startsWith(SERVER)) {
            throw wrong("It is neither jdbc:hsqldb:file:… nor jdbc:postgresql://….");
        }
        if (url.startsWith(FILE) && !Path.of(pathOf(url)).isAbsolute()) {
            throw wrong("The path after jdbc:hsqldb:file: is not absolute.");
        }
        if (url.toLowerCase(Locale.ROOT).contains("password=")) {
            throw wrong("It holds a password. Give user and password apart from the URL.");
        }
    }

    boolean isFile() {
        return url.startsWith(FILE);
    }

    /** The path of the files of an HSQLDB ledger, without their endings. */
    String path() {
        return Path.of(pathOf(url)).normalize().toString();
    }

    /** What the driver is given. */
    String jdbcUrl() {
        return isFile() ? FILE + path() + FILE_OPTIONS : url;
    }

    @Override
    public String toString() {
        return url;
    }

    private static String pathOf(String url) {
        int options = url.indexOf(';');
        return url.substring(FILE.length(), options < 0 ? url.length() : options);
    }

    private static RunProblem wrong(String what) {
        return new RunProblem(
                RunProblem.Ending.REFUSED,
                new Problem("ledger-address-wrong", "", "The ledger's URL is not usable. " + what));
    }
}
