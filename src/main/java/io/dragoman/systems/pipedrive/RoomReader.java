package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.Room;
import io.dragoman.model.RunProblem;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;

/** Counts what a plan limits, in the cheapest way the API has. What it does not tell stays untold. Thread-safe. */
public final class RoomReader {
    private static final String PORT = "room";
    private static final List<String> KINDS = List.of("person", "organization", "deal", "product", "project");
    /** A part of the account that its plan lacks, or that this token may not see. */
    private static final Set<String> UNTOLD = Set.of("call-refused", "target-forbids");

    private final Calls calls;

    RoomReader(Calls calls) {
        this.calls = calls;
    }

    /**
     * Asks for deals and leads when these kinds are among those given, and counts the custom fields of all kinds that are not.
     * Archived deals and leads are in no number.
     */
    public Room room(Set<String> kinds) {
        boolean leads = kinds.contains("lead");
        return new Room(
                leads || kinds.contains("deal") ? told(this::deals) : OptionalLong.empty(),
                leads ? told(() -> count("/api/v1/leads")) : OptionalLong.empty(),
                told(() -> otherFields(kinds)));
    }

    private long deals() {
        JsonNode count = calls.send(Request.read(PORT, "/api/v1/deals/summary", Map.of()))
                .path("data")
                .path("total_count");
        return count.asLong();
    }

    private long otherFields(Set<String> kinds) {
        long fields = 0;
        for (String kind : KINDS) {
            boolean ofLeads = kind.equals("deal") && kinds.contains("lead");
            if (!kinds.contains(kind) && !ofLeads) {
                for (JsonNode field : calls.walk(PORT, "/api/v2/" + kind + "Fields", Map.of())) {
                    fields += field.path("is_custom_field").asBoolean(false) ? 1 : 0;
                }
            }
        }
        return fields;
    }

    private long count(String path) {
        long count = 0;
        for (JsonNode ignored : calls.walk(PORT, path, Map.of())) {
            count++;
        }
        return count;
    }

    private static OptionalLong told(LongSupplier count) {
        try {
            return OptionalLong.of(count.getAsLong());
        } catch (RunProblem refused) {
            if (UNTOLD.contains(refused.problem().code())) {
                return OptionalLong.empty();
            }
            throw refused;
        }
    }
}
