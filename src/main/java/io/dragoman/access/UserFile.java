package io.dragoman.access;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The users file, read again when it was edited. A file that is wrong changes nothing, so that a slip locks nobody out; one that is gone lets
 * nobody in. Thread-safe.
 */
public final class UserFile implements Supplier<Users> {
    private static final Logger LOG = LoggerFactory.getLogger(UserFile.class);

    private final @Nullable Path file;
    private Users users = Users.NONE;
    private Look seen = Look.NOTHING;

    /** How the file looks from outside. */
    private record Look(long size, @Nullable FileTime changed) {
        static final Look NOTHING = new Look(-1, null);
    }

    private UserFile(@Nullable Path file) {
        this.file = file;
    }

    /** @throws UserProblems when it cannot be read, or is wrong */
    public static UserFile open(Path file) {
        UserFile opened = new UserFile(file);
        opened.read(file, opened.look(file));
        return opened;
    }

    /** No file: nobody but the holder of the start-up token. */
    public static UserFile none() {
        return new UserFile(null);
    }

    @Override
    public synchronized Users get() {
        Path path = file;
        if (path != null) {
            Look now = look(path);
            if (!now.equals(seen)) {
                try {
                    read(path, now);
                } catch (UserProblems wrong) {
                    seen = now;
                    wrong.problems().forEach(problem -> LOG.warn("{}", problem));
                }
            }
        }
        return users;
    }

    private Look look(Path path) {
        try {
            return new Look(Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException e) {
            return Look.NOTHING;
        }
    }

    private void read(Path path, Look now) {
        String name = String.valueOf(path.getFileName());
        if (now.equals(Look.NOTHING)) {
            users = Users.NONE;
            throw new UserProblems(
                    List.of(new Problem("users-file-missing", name, "it is not there, so nobody can come in.")));
        }
        try {
            users = Users.read(name, Files.readAllLines(path));
            seen = now;
        } catch (IOException e) {
            throw new UserProblems(List.of(new Problem("users-file-wrong", name, "it cannot be read as UTF-8 text.")));
        }
    }
}
