package io.dragoman.access;

import io.dragoman.model.Problem;
import io.dragoman.model.UserProblems;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in, as the lines of a users file say: a name, roles with commas between, and how the name is proven, with blanks between the
 * three. {@code #} begins a remark.
 *
 * <pre>
 * ana    approver            pbkdf2-sha256$600000$…
 * nightly engineer           token-sha256$…
 * cleo   compliance,viewer   proxy
 * </pre>
 */
public final class Users {
    static final Users NONE = new Users(Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]{0,99}");
    private static final Pattern TOKEN = Pattern.compile("token-sha256\\$[0-9a-f]{64}");
    private static final String TOKEN_MARK = "token-sha256$";

    private final Map<String, User> byName;

    private Users(Map<String, User> byName) {
        this.byName = byName;
    }

    /** @param password null for one who has none @param token digest; null for a person */
    private record User(
            String name,
            Set<Role> roles,
            @Nullable Password password,
            @Nullable String token,
            boolean proxy) {}

    /**
     * Reads the lines.
     *
     * @param file name for messages
     * @throws UserProblems with every line that is wrong; no secret is in the message
     */
    static Users read(String file, List<String> lines) {
        Map<String, User> users = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String place = file + ":" + (at + 1);
                try {
                    User user = user(line.split("\\s+"));
                    if (users.put(user.name(), user) != null) {
                        throw new IllegalArgumentException("this name is there twice. Keep one line.");
                    }
                } catch (IllegalArgumentException e) {
                    problems.add(new Problem("users-file-wrong", place, String.valueOf(e.getMessage())));
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new UserProblems(problems);
        }
        return new Users(Map.copyOf(users));
    }

    private static User user(String[] parts) {
        if (parts.length != 3 || !NAME.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException("a line has a name, roles, and how the name is proven.");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : parts[1].split(",")) {
            roles.add(Role.of(word)
                    .orElseThrow(
                            () -> new IllegalArgumentException("a role is viewer, engineer, approver or compliance.")));
        }
        if (parts[2].equals("proxy")) {
            return new User(parts[0], roles, null, null, true);
        }
        if (parts[2].startsWith(TOKEN_MARK)) {
            if (!TOKEN.matcher(parts[2]).matches()) {
                throw new IllegalArgumentException("a token is kept as token-sha256$ and 64 hex digits.");
            }
            return new User(parts[0], roles, null, parts[2].substring(TOKEN_MARK.length()), false);
        }
        return new User(parts[0], roles, Password.of(parts[2]), null, false);
    }

    /** A line for a machine's token. */
    public static String tokenLine(String name, Set<Role> roles, String token) {
        return line(name, roles, TOKEN_MARK + Secrets.digest(token));
    }

    /** A line for a person's password. The caller wipes the array. */
    public static String passwordLine(String name, Set<Role> roles, char[] password) {
        return line(name, roles, Password.hidden(password));
    }

    private static String line(String name, Set<Role> roles, String proof) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a name has letters, digits and . _ @ + -, at most 100.");
        }
        return name + " "
                + String.join(
                        ",", EnumSet.copyOf(roles).stream().map(Role::word).toList()) + " " + proof;
    }

    /** Whether nobody is in it. */
    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The roles of a person who types this password; empty when it is not theirs. Takes as long for a name that nobody has. */
    Optional<Set<Role>> byPassword(String name, char[] typed) {
        User user = byName.get(name);
        Password password = user == null ? null : user.password();
        boolean is = (password == null ? Password.ofNobody() : password).is(typed);
        return user != null && password != null && is ? Optional.of(user.roles()) : Optional.empty();
    }

    /** The machine whose token this is. */
    Optional<Visitor> byToken(String token) {
        String digest = Secrets.digest(token);
        return byName.values().stream()
                .filter(user -> user.token() != null && Secrets.same(user.token(), digest))
                .map(user -> new Visitor(user.name(), user.roles(), ""))
                .findFirst();
    }

    /** The roles of one whom a trusted proxy names. */
    Optional<Set<Role>> byProxy(String name) {
        return Optional.ofNullable(byName.get(name)).filter(User::proxy).map(User::roles);
    }

    /** The roles somebody who is in already has now; empty when the name is gone or no longer a person's. */
    Optional<Set<Role>> now(String name) {
        return Optional.ofNullable(byName.get(name))
                .filter(user -> user.token() == null)
                .map(User::roles);
    }
}
