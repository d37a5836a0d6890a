package io.dragoman.run;

import io.dragoman.ledger.Owner;
import io.dragoman.ledger.Owner.State;
import io.dragoman.ledger.Owners;
import io.dragoman.model.Catalogue;
import io.dragoman.model.Catalogue.User;
import io.dragoman.model.Problem;
import io.dragoman.model.RecordProblem;
import io.dragoman.model.TargetId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
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
    private final Rules rules;
    private final Map<String, Owner> remembered = new ConcurrentHashMap<>();
    private final Map<String, Owner> book = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> asked = new ConcurrentHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable String fallbackUser;

    /** @param mappings mappings whose records become users */
    public OwnerMatch(Owners owners, Set<String> mappings, Rules rules) {
        this.owners = owners;
        this.mappings = Set.copyOf(mappings);
        this.rules = rules;
        owners.all().forEach(owner -> remembered.put(owner.key(), owner));
        book.putAll(remembered);
    }

    /**
     * What the migration file says of owners.
     *
     * @param emails e-mail by source key; wins over what the source says
     * @param aliases e-mail by another e-mail, for people whose address changed
     * @param fallback e-mail of the user who gets the records of unmatched people; null leaves them waiting
     */
    public record Rules(
            Map<String, String> emails,
            Map<String, String> aliases,
            @Nullable String fallback) {}

    /** One person of the source who owns records; name and e-mail may be null. */
    public record Person(
            String key, @Nullable String name, @Nullable String email) {}

    /**
     * Decides about everybody; {@link #remember} puts it on disk.
     *
     * @return the people without a user of their own
     */
    public List<Owner> match(List<Person> people, Catalogue catalogue) {
        UserBook users = new UserBook(catalogue.users(), rules.aliases());
        problems.clear();
        asked.clear();
        fallbackUser =
                rules.fallback() == null ? null : users.active(rules.fallback()).orElse(null);
        for (Person person : people) {
            book.put(person.key(), decide(person, users));
        }
        problems.addAll(users.problems());
        fallbackProblem().ifPresent(problems::add);
        return people.stream()
                .map(person -> Objects.requireNonNull(book.get(person.key())))
                .filter(owner -> !owner.state().own())
                .toList();
    }

    private Owner decide(Person person, UserBook users) {
        Owner known = remembered.get(person.key());
        if (known != null && known.state() == State.REASSIGNED) {
            users.mustBeActive(known);
            return known;
        }
        String email = Objects.requireNonNullElse(rules.emails().getOrDefault(person.key(), person.email()), "");
        Optional<User> user = users.find(email);
        State state = user.filter(User::active).isPresent()
                ? State.MATCHED
                : user.isPresent() ? State.INACTIVE : fallbackUser == null ? State.WAITING : State.FALLBACK;
        if (known != null && known.state() == State.MATCHED && state != State.MATCHED) {
            users.mustBeActive(known);
        }
        String id = state == State.MATCHED ? user.orElseThrow().id() : fallbackUser;
        return entry(known, person.key(), email, Objects.requireNonNullElse(person.name(), ""), state, id);
    }

    /** An owner with the history of the one known until now, and a line more when something was decided otherwise. */
    private static Owner entry(
            @Nullable Owner known, String key, String email, String name, State state, @Nullable String user) {
        Owner now = new Owner(key, email, name, state, user, known == null ? "" : known.history());
        boolean same = known != null && known.state() == state && Objects.equals(known.user(), user);
        return same ? now : now.told(moment() + (known == null ? "" : word(known) + " -> ") + word(now));
    }

    private static String word(Owner owner) {
        return owner.state().word() + (owner.user() == null ? "" : " " + owner.user());
    }

    private static String moment() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS) + " ";
    }

    /** Takes what a person decided: the records of this owner go to that user. */
    public void decide(Owner owner, String user) {
        book.put(owner.key(), entry(owner, owner.key(), owner.email(), owner.name(), State.REASSIGNED, user));
        problems.removeIf(problem -> problem.place().equals(UserBook.place(owner.key())));
    }

    /** Puts on disk what is known of everybody, where it is other than before. */
    public void remember() {
        book.values().forEach(owner -> {
            if (!owner.equals(remembered.put(owner.key(), owner))) {
                owners.put(owner);
            }
        });
    }

    /** Adds a line to the history of somebody, on disk at once. */
    public void tell(String key, String line) {
        Owner told = Objects.requireNonNull(book.get(key)).told(moment() + line);
        book.put(key, told);
        remembered.put(key, told);
        owners.put(told);
    }

    /** Everybody, by source key, as matched last. */
    public List<Owner> all() {
        return book.values().stream().sorted(Comparator.comparing(Owner::key)).toList();
    }

    /** What stands in the way before anything is written, as matched last. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private Optional<Problem> fallbackProblem() {
        return rules.fallback() != null && fallbackUser == null
                ? Optional.of(new Problem(
                        "fallback-owner-unknown",
                        "owners.fallback",
                        "no active user of the account has this e-mail. Invite that person, or name another."))
                : Optional.empty();
    }

    /** Whether the source knows this person. */
    boolean knows(String key) {
        return book.containsKey(key);
    }

    /** The user of one's own; empty for people who have none. */
    Optional<TargetId> ownUser(String key) {
        return Optional.ofNullable(book.get(key))
                .filter(owner -> owner.state().own())
                .map(Owner::user)
                .map(TargetId::new);
    }

    /** How many records asked for each person since they were matched, by source key; those nobody asked for are absent. */
    public Map<String, Long> asked() {
        return asked.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, count -> count.getValue().sum()));
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
        asked.computeIfAbsent(key, any -> new LongAdder()).increment();
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
