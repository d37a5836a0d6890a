package io.dragoman.model;

import java.time.Instant;
import java.util.List;

/**
 * Asks a target which of these records it holds, after writes whose answers were lost.
 *
 * @param kind of all of them
 * @param since nothing wanted was sent before this moment, by our clock
 * @param wanted as they were sent
 */
public record FindRequest(String kind, Instant since, List<TargetRecord> wanted) {}
