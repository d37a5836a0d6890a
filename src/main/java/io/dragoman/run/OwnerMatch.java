package io.dragoman.run;

import io.dragoman.ledger.Owner;
import io.dragoman.ledger.Owners;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Catalogue.User;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Matches the source's people to the account's users by e-mail, and answers for links to users. What a person decided
 * with {@code owners --import} stays. Thread-safe once matched.
 */
public final class OwnerMatch implements Linker.OwnerBook {
    private final Owners owners;
    private final Set<String> mappings;
    private final Map<String, String> emails;
    private final @Nullable String fallbackEmail;
    private final Map<String, Owner> book = new ConcurrentHashMap<>();
    private @Nullable String fallbackUser;

    /**
     * @param mappings mappings whose records become users
     * @param emails e-mail by source key, from the migration file; wins over what the source says
     * @param fallbackEmail user who gets the records of unmatched people; null leaves them waiting
     */
    public OwnerMatch(Owners owners, Set<String> mappings, Map<String, String> emails, @Nullable String fallbackEmail) {
        this.owners = owners;
        this.mappings = Set.copyOf(mappings);
        this.emails = Map.copyOf(emails);
        this.fallbackEmail = fallbackEmail;
        owners.all().forEach(owner -> book.put(owner.key(), owner));
    }

    /** One person of the source who owns records; name and e-mail may be null. */
    public record Person(
            String key, @Nullable String name, @Nullable String email) {}

    /**
     * Decides about everybody and remembers it, unless only a plan looks.
     *
     * @return the people without a user of their own, with what becomes of their records
     */
    public List<Owner> match(List<Person> people, Catalogue catalogue, boolean remember) {
        Map<String, User> users = catalogue.users().stream()
                .filter(User::active)
                .collect(Collectors.toMap(user -> user.email().toLowerCase(Locale.ROOT), user -> user, (a, b) -> a));
        fallbackUser = fallbackEmail == null
                ? null
                : Optional.ofNullable(users.get(fallbackEmail.toLowerCase(Locale.ROOT)))
                        .map(User::id)
                        .orElse(null);
        List<Owner> unmatched = new ArrayList<>();
        for (Person person : people) {
            Owner owner = decide(person, users);
            if (!owner.equals(book.get(person.key()))) {
                book.put(person.key(), owner);
                if (remember) {
                    owners.put(owner);
                }
            }
            if (owner.state() == Owner.State.FALLBACK || owner.state() == Owner.State.WAITING) {
                unmatched.add(owner);
            }
        }
        return unmatched;
    }

    private Owner decide(Person person, Map<String, User> users) {
        Owner known = book.get(person.key());
        if (known != null && known.state() == Owner.State.REASSIGNED) {
            return known;
        }
        String email = emails.getOrDefault(person.key(), person.email());
        String lower = email == null ? "" : email.toLowerCase(Locale.ROOT);
        User user = users.get(lower);
        if (user != null) {
            return owner(person, email, Owner.State.MATCHED, user.id());
        }
        return fallbackUser == null
                ? owner(person, email, Owner.State.WAITING, null)
                : owner(person, email, Owner.State.FALLBACK, fallbackUser);
    }

    private static Owner owner(Person person, @Nullable String email, Owner.State state, @Nullable String user) {
        return new Owner(
                person.key(),
                Objects.requireNonNullElse(email, ""),
                Objects.requireNonNullElse(person.name(), ""),
                state,
                user,
                "");
    }

    /** What stands in the way before anything is written; empty when the fallback is usable or none is configured. */
    public Optional<Problem> fallbackProblem() {
        return fallbackEmail != null && fallbackUser == null
                ? Optional.of(new Problem(
                        "fallback-owner-unknown",
                        "owners.fallback",
                        "no active user of the account has this e-mail. Invite that person, or name another."))
                : Optional.empty();
    }

    @Override
    public boolean answersFor(@Nullable String mapping) {
        return mapping != null && mappings.contains(mapping);
    }

    @Override
    public Optional<TargetId> userFor(String mapping, String key, Supplier<RecordProblem> waiting) {
        Owner owner = book.get(key);
        if (owner == null) {
            return Optional.empty();
        }
        if (owner.user() == null) {
            throw waiting.get();
        }
        return Optional.of(new TargetId(owner.user()));
    }

    @Override
    public Optional<TargetId> fallback() {
        return Optional.ofNullable(fallbackUser).map(TargetId::new);
    }
}
