package io.dragoman.app;

import io.dragoman.ledger.Owner;
import io.dragoman.model.Catalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The source's people as a table: their state, their user, their records, and what to do. */
final class OwnersReport {
    static final List<String> COLUMNS =
            List.of("Source", "Name", "E-mail", "State", "User", "Records", "What happens, and what to do");

    private final Catalogue catalogue;
    private final Map<String, Long> records;

    /** @param records by source key of the owner */
    OwnersReport(Catalogue catalogue, Map<String, Long> records) {
        this.catalogue = catalogue;
        this.records = records;
    }

    List<List<String>> rows(List<Owner> owners) {
        return owners.stream()
                .map(owner -> List.of(
                        owner.key(),
                        owner.name(),
                        owner.email(),
                        owner.state().word(),
                        Objects.requireNonNullElse(owner.user(), ""),
                        String.valueOf(records.getOrDefault(owner.key(), 0L)),
                        what(owner)))
                .toList();
    }

    private String what(Owner owner) {
        String goes = owner.user() == null ? "the records wait" : "the records go to the fallback";
        return switch (owner.state()) {
            case MATCHED -> "";
            case REASSIGNED -> isActive(owner) ? "decided by a person" : "the user is deactivated: decide for another";
            case INACTIVE ->
                goes + ": the user with this e-mail is deactivated. Activate the user, or decide for another";
            case FALLBACK, WAITING ->
                goes + ": "
                        + (owner.email().isEmpty()
                                ? "the source has no e-mail. Decide for a user"
                                : "no user has this e-mail. Invite the person, or decide for a user");
        };
    }

    private boolean isActive(Owner owner) {
        return catalogue.users().stream()
                .anyMatch(user -> user.active() && user.id().equals(owner.user()));
    }
}
