package io.dragoman.sandbox;

import java.time.Instant;

/**
 * One request the sandbox saw and what became of it, in order of arrival of the answers.
 *
 * @param number place in the order of arrival of the requests, from 1
 * @param path path with the query, as sent
 * @param body text of the body; empty when there was none
 * @param status status answered; 0 when the connection was cut without an answer
 * @param answer body answered; empty when there was none
 */
public record RecordedRequest(
        long number, Instant at, String method, String path, String body, int status, String answer) {}
