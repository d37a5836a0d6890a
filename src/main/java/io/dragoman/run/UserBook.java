package io.dragoman.run;

import io.dragoman.ledger.Owner;
import io.dragoman.model.Catalogue.User;
import io.dragoman.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The account's users by e-mail, whatever its case, and what is wrong with them. For one thread. */
final class UserBook {
    private final List<User> users;
    private final Map<String, String> aliases = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** @param aliases e-mail by another e-mail; followed as far as they lead */
    UserBook(List<User> users, Map<String, String> aliases) {
        this.users = users;
        aliases.forEach((from, to) -> this.aliases.put(lower(from), lower(to)));
    }

    /**
     * The user with this e-mail, an active one if there is one. Empty where several active ones have it, because nobody
     * can tell which is meant, and where aliases lead in a circle; both are problems.
     */
    Optional<User> find(String email) {
        Set<String> passed = new HashSet<>();
        String last = lower(email);
        for (String next = aliases.get(last); next != null; next = aliases.get(last)) {
            if (!passed.add(last)) {
                problem(
                        "owner-alias-circle",
                        "owners.aliases",
                        "an e-mail leads to itself. Take one of its lines out.");
                return Optional.empty();
            }
            last = next;
        }
        return named(last);
    }

    private Optional<User> named(String email) {
        List<User> named = users.stream()
                .filter(user -> !email.isEmpty() && lower(user.email()).equals(email))
                .toList();
        List<User> active = named.stream().filter(User::active).toList();
        if (active.size() > 1) {
            problem(
                    "user-ambiguous",
                    "users " + active.get(0).id() + " and " + active.get(1).id(),
                    "these active users of the account have one e-mail. Deactivate one, or give it another e-mail.");
            return Optional.empty();
        }
        return active.isEmpty() ? named.stream().findFirst() : Optional.of(active.get(0));
    }

    /** Id of the active user with this e-mail. */
    Optional<String> active(String email) {
        return find(email).filter(User::active).map(User::id);
    }

    /** It is a problem when the user who was found for somebody is deactivated or removed, or has another e-mail now. */
    void mustBeActive(Owner owner) {
        if (users.stream().noneMatch(user -> user.active() && user.id().equals(owner.user()))) {
            problem(
                    "owner-inactive",
                    place(owner.key()),
                    "the user who gets this person's records was deactivated or removed in the account. Activate the user,"
                            + " or decide for another: `owners --import FILE`. When nobody was decided by hand, `owners`"
                            + " shows what becomes of the records, and the next run goes on so.");
        }
    }

    /** Where a problem about one person is. */
    static String place(String key) {
        return "owner " + key;
    }

    /** Each problem once. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void problem(String code, String place, String advice) {
        Problem problem = new Problem(code, place, advice);
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private static String lower(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
