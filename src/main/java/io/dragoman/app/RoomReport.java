package io.dragoman.app;

import static io.dragoman.app.ForecastReport.grouped;

import io.dragoman.model.Catalogue;
import io.dragoman.model.Fate;
import io.dragoman.model.Problem;
import io.dragoman.model.Room;
import io.dragoman.model.SchemaItem;
import io.dragoman.run.SchemaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether what comes fits into what the account's plan holds at most. */
final class RoomReport {
    private static final String UNTOLD = "cannot be told";

    private final MigrationFile.Target target;
    private final Catalogue catalogue;
    private final SchemaPlan schema;
    private final Room room;

    RoomReport(MigrationFile.Target target, Catalogue catalogue, SchemaPlan schema, Room room) {
        this.target = target;
        this.catalogue = catalogue;
        this.schema = schema;
        this.room = room;
    }

    /** Whether the plan caps anything that this migration makes more of. */
    static boolean isCapped(MigrationFile.Target target) {
        return PlanCaps.of(target.plan()).customFields() > 0;
    }

    /** Told before the first of them is made, because half of the fields help nobody. */
    Optional<Problem> tooManyFields() {
        long over = known() + newFields() - PlanCaps.of(target.plan()).customFields();
        return over <= 0 || newFields() == 0 || !isCapped(target)
                ? Optional.empty()
                : Optional.of(new Problem(
                        "custom-fields-over-cap",
                        target.company(),
                        "the account has " + known() + " custom fields of all kinds, " + newFields()
                                + " would come, and its plan allows "
                                + PlanCaps.of(target.plan()).customFields()
                                + ". Delete some there, map fewer, or take a larger plan; waive this if Pipedrive allows you"
                                + " more."));
    }

    List<List<String>> rows(List<PhaseOfKind> phases) {
        PlanCaps caps = PlanCaps.of(target.plan());
        List<List<String>> rows = new ArrayList<>();
        if (newFields() > 0) {
            rows.add(row("Custom fields of all kinds", fields(), newFields(), caps.customFields()));
        }
        boolean leads = phases.stream().anyMatch(phase -> phase.kind().equals("lead"));
        long capped = phases.stream()
                .filter(phase -> phase.kind().equals("deal") || phase.kind().equals("lead"))
                .mapToLong(phase -> phase.result().count(Fate.CREATED))
                .sum();
        if (capped > 0) {
            rows.add(row("Deals and leads, not archived", held(leads), capped, caps.dealsAndLeads(target.seats())));
        }
        if (capped > 0 && !leads) {
            rows.add(List.of("Leads among them", UNTOLD, "", "", "counted only when leads are mapped"));
        }
        return rows;
    }

    /** A mapping's result and the kind it makes. */
    record PhaseOfKind(String kind, PhaseResult result) {}

    private static List<String> row(String what, OptionalLong has, long comes, long allowed) {
        String state = allowed == 0 ? "no cap" : UNTOLD;
        if (allowed > 0 && has.isPresent()) {
            long over = has.getAsLong() + comes - allowed;
            state = over > 0 ? grouped(over) + " too many" : "fits";
        }
        return List.of(
                what,
                has.isPresent() ? grouped(has.getAsLong()) : UNTOLD,
                grouped(comes),
                allowed == 0 ? "" : grouped(allowed),
                state);
    }

    private OptionalLong held(boolean leads) {
        if (room.deals().isEmpty() || leads && room.leads().isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(room.deals().getAsLong() + room.leads().orElse(0));
    }

    private OptionalLong fields() {
        return room.otherFields().isEmpty() ? OptionalLong.empty() : OptionalLong.of(known());
    }

    private long known() {
        long read = catalogue.fields().values().stream()
                .flatMap(List::stream)
                .map(Catalogue.Field::key)
                .distinct()
                .count();
        return read + room.otherFields().orElse(0);
    }

    private long newFields() {
        return schema.missing().stream()
                .filter(SchemaItem.CustomField.class::isInstance)
                .count();
    }
}
