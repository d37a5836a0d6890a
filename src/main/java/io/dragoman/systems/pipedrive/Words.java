package io.dragoman.systems.pipedrive;

import io.dragoman.model.Bindings;
import io.dragoman.model.TargetId;
import java.util.Optional;
import java.util.Set;

/** Turns the words of mappings into this account's keys and ids, as prepare bound them. Thread-safe. */
final class Words {
    static final Set<String> STANDARD_TYPES = Set.of("call", "meeting", "task", "deadline", "email", "lunch");
    private final Bindings bindings;

    Words(Bindings bindings) {
        this.bindings = bindings;
    }

    /** Key of a custom field. */
    String code(String kind, String field) {
        return prepared("field/" + schemaKind(kind) + "/" + field);
    }

    /** Key of a custom field; empty for a name that no custom field is bound to. */
    Optional<String> codeIfBound(String kind, String field) {
        return bindings.bound("field/" + schemaKind(kind) + "/" + field);
    }

    /** Id of a lead label. */
    String leadLabel(Site site, String label) {
        return bindings.bound("lead-label/" + label).orElseThrow(() -> unknown(site, "labels", label));
    }

    /** Type of a custom field, in the word of the mapping language. */
    String type(String kind, String field) {
        return prepared("type/" + schemaKind(kind) + "/" + field);
    }

    /** Id of the option with this label; a label nobody prepared is a problem of the record. */
    long option(Site site, String field, String label) {
        return bindings.bound("option/" + schemaKind(site.kind()) + "/" + field + "/" + label)
                .map(Long::valueOf)
                .orElseThrow(() -> site.problem(
                        "option-unknown",
                        field,
                        "The field has no option for a label of " + label.length()
                                + " characters. Add it to the mapping's options and run prepare, or map the value to another"
                                + " one."));
    }

    long pipeline(Site site, String pipeline) {
        return bindings.bound("pipeline/" + pipeline)
                .map(Long::valueOf)
                .orElseThrow(() -> unknown(site, "pipeline", pipeline));
    }

    long stage(Site site, String pipeline, String stage) {
        return bindings.bound("stage/" + pipeline + "/" + stage)
                .map(Long::valueOf)
                .orElseThrow(() -> unknown(site, "stage", stage));
    }

    /** Key of an activity type; the six that every account has need no binding. */
    String activityType(Site site, String type) {
        return bindings.bound("activity-type/" + type)
                .or(() -> STANDARD_TYPES.stream().filter(type::equalsIgnoreCase).findFirst())
                .orElseThrow(() -> unknown(site, "type", type));
    }

    /** Number of a record this one is linked to. */
    static long number(Site site, String field, TargetId id) {
        try {
            return Long.parseLong(id.value());
        } catch (NumberFormatException e) {
            throw site.problem(
                    "link-not-a-number", field, "The linked record has no id of Pipedrive's. Write that record first.");
        }
    }

    private static String schemaKind(String kind) {
        return Kind.of(kind).schemaKind().word();
    }

    private String prepared(String name) {
        return bindings.bound(name).orElseThrow(() -> Stops.notPrepared(name));
    }

    private static RuntimeException unknown(Site site, String field, String label) {
        return site.problem(
                field + "-unknown",
                field,
                "A " + field + " with a name of " + label.length()
                        + " characters was never prepared. Name it in the mapping and run prepare.");
    }
}
