package io.dragoman.app;

import io.dragoman.inventory.Inventory;
import io.dragoman.ledger.Owner;
import io.dragoman.model.Mapping;
import io.dragoman.model.TargetRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The source's people who own records, and how each could be found among users, without asking the account. */
final class SourceOwners {
    private final Engine engine;
    private final Inventory inventory;

    SourceOwners(Engine engine, Inventory inventory) {
        this.engine = engine;
        this.inventory = inventory;
    }

    /**
     * One of them.
     *
     * @param state what the ledger knows from an earlier look at the account, or how it will be looked for
     * @param records rows that name this person
     * @param found whether there is anything to find a user by
     */
    record Person(String key, String name, String email, String state, long records, boolean found) {}

    List<Person> people() {
        Map<String, Owner> known = engine.ledger().owners().all().stream()
                .collect(Collectors.toMap(Owner::key, owner -> owner, (one, other) -> one));
        List<Person> people = new ArrayList<>();
        for (Mapping mapping : engine.blueprint().mappings().all()) {
            if (mapping.targetKind().equals("user")) {
                Map<String, Long> records = records(mapping.name());
                try (MappedRecords owners = new MappedRecords(engine, mapping, engine.stop())) {
                    owners.forEachRemaining(
                            owner -> people.add(person(owner, Optional.ofNullable(known.get(owner.key())), records)));
                }
            }
        }
        return people;
    }

    private Person person(TargetRecord owner, Optional<Owner> known, Map<String, Long> records) {
        String email = owner.fields().getOrDefault("email", "").toString();
        String decided = engine.file().owners().map().getOrDefault(owner.key(), "");
        String fallback = engine.file().owners().fallback();
        String state = known.map(one -> one.state().word())
                .orElse(
                        !decided.isEmpty()
                                ? "named in the migration file"
                                : !email.isEmpty()
                                        ? "looked for by e-mail"
                                        : fallback == null
                                                ? "without e-mail: the records wait"
                                                : "without e-mail: the records go to the fallback");
        boolean found = known.map(one -> one.state().own()).orElse(!decided.isEmpty() || !email.isEmpty());
        return new Person(
                owner.key(),
                owner.fields().getOrDefault("name", "").toString(),
                email,
                state,
                records.getOrDefault(owner.key(), 0L),
                found);
    }

    /** Rows that name each owner, counted in the columns that links go through this mapping with. */
    private Map<String, Long> records(String users) {
        Map<String, Long> records = new HashMap<>();
        for (Mapping mapping : engine.blueprint().mappings().all()) {
            for (Mapping.Row row : mapping.rows()) {
                int at = row.through().indexOf(users);
                if (at >= 0 && at < row.from().size() && row.from().get(at).indexOf('.') < 0) {
                    inventory
                            .pointing(mapping.sourceObject(), row.from().get(at))
                            .forEach((key, rows) -> records.merge(key, rows, Long::sum));
                }
            }
        }
        return records;
    }
}
