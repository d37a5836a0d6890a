package io.dragoman.app;

import io.dragoman.model.Problem;
import io.dragoman.model.RunProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/** What opens the service's port: from the environment, or from a file that its owner alone may read, made on first use. Never printed. */
final class ServiceToken {
    static final String VARIABLE = "DRAGOMAN_SERVICE_TOKEN";
    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int BYTES = 32;
    private static final int SHORTEST = 16;

    private ServiceToken() {}

    /** @throws RunProblem {@code service-token-unsafe} when others may read the file, or it is short */
    static String read(Map<String, String> environment, Path file) {
        String given = environment.get(VARIABLE);
        try {
            String token = given == null || given.isBlank() ? fromFile(file) : given.strip();
            if (token.length() < SHORTEST) {
                throw unsafe(file, "a token has at least " + SHORTEST + " characters.");
            }
            return token;
        } catch (IOException e) {
            throw unsafe(file, "it cannot be read or made (" + e.getClass().getSimpleName() + ").");
        }
    }

    private static String fromFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[BYTES];
            new SecureRandom().nextBytes(secret);
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.writeString(file, HexFormat.of().formatHex(secret) + "\n");
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw unsafe(file, "others may read it. Take their rights away: chmod 600.");
        }
        return Files.readString(file).strip();
    }

    private static RunProblem unsafe(Path file, String why) {
        return new RunProblem(RunProblem.Ending.REFUSED, new Problem("service-token-unsafe", file.toString(), why));
    }
}
