package io.dragoman.app;

import io.dragoman.systems.jdbc.DatabaseAccess;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The database of a source, as its migration file names it. */
final class DatabaseSource {
    private DatabaseSource() {}

    /** How it is reached; null for a source that comes by another channel. */
    static @Nullable DatabaseAccess access(MigrationFile.Source source, Map<String, String> environment) {
        DatabaseAddress told = source.jdbc();
        if (told == null) {
            return null;
        }
        Secret password = told.password();
        return new DatabaseAccess(
                told.url(),
                told.user(),
                () -> password == null ? null : password.read(environment),
                told.driver(),
                told.queries(),
                source.zone());
    }
}
