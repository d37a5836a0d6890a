package io.dragoman.systems.jdbc;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a source's database is reached.
 *
 * @param url JDBC address
 * @param user null when the database asks for none
 * @param password read anew each time it is needed; gives null when there is none
 * @param driver file of the user's own driver; null for one that comes along
 * @param queries folder of the practice's own queries; null for those of the system
 * @param zone of the practice, for times that carry a zone of their own
 */
public record DatabaseAccess(
        String url,
        @Nullable String user,
        Supplier<@Nullable String> password,
        @Nullable Path driver,
        @Nullable Path queries,
        ZoneId zone) {
    /** An address may name more than a host, so none of it is shown. */
    @Override
    public String toString() {
        return "a database";
    }
}
