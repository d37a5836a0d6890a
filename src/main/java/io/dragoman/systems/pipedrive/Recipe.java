package io.dragoman.systems.pipedrive;

import com.fasterxml.jackson.databind.JsonNode;
import io.dragoman.model.SchemaItem.Made;
import java.util.Optional;

/** How one sort of schema item is made, and found again when the answer was lost. */
interface Recipe {
    Request request();

    /** @param given what the answer holds as its data */
    Made made(JsonNode given);

    /** Looks for the item in the account; empty when it is not there. */
    Optional<Made> found();
}
