package io.dragoman.systems.rest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the API said.
 *
 * @param status 200 to 299, 403 or 404; everything else is a problem and no answer
 * @param body a missing node unless the status is 200 to 299
 */
public record Answer(int status, JsonNode body) {
    /** Whether the API does not show this list to the credential's user. */
    boolean isRefused() {
        return status >= 400;
    }
}
