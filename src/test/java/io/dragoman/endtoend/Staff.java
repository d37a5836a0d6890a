package io.dragoman.endtoend;

import io.dragoman.access.Role;
import io.dragoman.access.Secrets;
import io.dragoman.access.Users;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Invented people with one role each, and a machine for each role. */
final class Staff {
    static final String PASSWORD = "correct horse battery";

    private final Path file;
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);

    private Staff(Path file) {
        this.file = file;
    }

    /** @param people those who sign in; checking a password takes time */
    static Staff in(Path folder, Map<String, Set<Role>> people) throws IOException {
        Staff staff = new Staff(folder.resolve("users"));
        StringBuilder lines = new StringBuilder("# invented\n");
        for (Role role : Role.values()) {
            String token = Secrets.word();
            staff.tokens.put(role, token);
            lines.append(Users.tokenLine("machine-" + role.word(), Set.of(role), token))
                    .append('\n');
        }
        people.forEach((name, roles) -> lines.append(Users.passwordLine(name, roles, PASSWORD.toCharArray()))
                .append('\n'));
        Files.writeString(staff.file, lines);
        return staff;
    }

    Path file() {
        return file;
    }

    String token(Role role) {
        return tokens.get(role);
    }
}
